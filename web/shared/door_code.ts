// The code of a door that this browser has just scanned, until the page of the
// appointment asks for it.

interface Seen {
  office: string;
  code: string;
  at: number;
}

const name = "suivant.door_code";
const validFor = 120_000; // The server takes this minute's and the last one.

export function seeDoorCode(office: string, code: string) {
  try {
    const seen: Seen = { office, code, at: Date.now() };
    sessionStorage.setItem(name, JSON.stringify(seen));
  } catch {
    // Then it is typed.
  }
}

/** Empty when there is none, or it is too old. */
export function doorCodeSeen(office: string): string {
  try {
    const seen: Seen | null = JSON.parse(sessionStorage.getItem(name) ?? "null");
    const fits = seen?.office === office && Date.now() - seen.at < validFor;
    return fits ? seen.code : "";
  } catch {
    return "";
  }
}
