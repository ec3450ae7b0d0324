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

function keep(session: Session): Session {
  keepCsrf(session.csrf);
  return session;
}
