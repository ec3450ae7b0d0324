// Where to go after signing in. Only a path of this very site: an address
// from elsewhere in the link must not lead anybody astray.

/** The path asked for in the page's address, or null. */
export function nextPath(search: string, origin: string): string | null {
  const wish = new URLSearchParams(search).get("next");
  if (!wish?.startsWith("/")) return null;
  try {
    const url = new URL(wish, origin);
    if (url.origin !== origin) return null;
    return url.pathname + url.search;
  } catch {
    return null;
  }
}

/** The page of an office that suits a role best. */
export function homeOf(role: string, office: string): string {
  const page = role === "reception" ? "reception" : "desk";
  return `/${page}/${encodeURIComponent(office)}`;
}
