// Who is signed in at this browser, for the staff's pages.

import { get, Refusal, send, keepCsrf } from "./api.ts";

export interface Session {
  name: string;
  roles: Record<string, string>; // By office.
  csrf: string;
}

/** Null when nobody is signed in. */
export async function whoIsHere(): Promise<Session | null> {
  try {
    return keep(await get<Session>("/sessions/mine"));
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}

export async function signIn(name: string, password: string) {
  const body = { name, password };
  return keep(await send<Session>("POST", "/sessions", { body }));
}

export async function signOut() {
  await send("DELETE", "/sessions/mine");
  keepCsrf("");
}

/** To the sign-in page, and back here afterwards. */
export function askToSignIn() {
  const back = encodeURIComponent(location.pathname + location.search);
  location.assign(`/login/?next=${back}`);
}

/** What somebody is in an office; undefined for nothing. */
export function roleIn(session: Session, office: string): string | undefined {
  return session.roles[office] ?? session.roles["*"];
}

/** What `load` brings for who manages the office; null while the browser goes
    to the sign-in page. */
export async function forAdministrators<T>(
  office: string, load: (office: string) => Promise<T>,
) {
  const session = await whoIsHere();
  if (!session) {
    askToSignIn();
    return null;
  }
  if (roleIn(session, office) !== "administrator")
    return { refused: true as const };
  return { refused: false as const, all: await load(office) };
}

function keep(session: Session): Session {
  keepCsrf(session.csrf);
  return session;
}
