// What the page's address says.

/** "demo" on /join/demo; empty when the address names no office. */
export function officeHere(): string {
  return decodeURIComponent(location.pathname.split("/")[2] ?? "");
}
