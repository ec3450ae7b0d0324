// A staff page's line to its office: who is signed in, what the office looks
// like now, and the way to ask it for something.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { post, Refusal, useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { useLiveState, useTopic } from "../shared/live.ts";
import {
  askToSignIn, roleIn, whoIsHere, type Session,
} from "../shared/session.ts";
import { newest } from "./actions.ts";
import type { Desk, Role, Visit } from "./topic.ts";
import { Turns } from "./turns.ts";

export interface Member {
  name: string;
  role: Role;
}

export type Admission = Member | "loading" | "no_right" | "failed";

/** Who is here and what they are in this office; else to the sign-in page. */
export function useMember(office: string): Admission {
  const [admission, admit] = useState<Admission>("loading");
  useEffect(() => {
    whoIsHere().then(
      (session) => session ? admit(memberOf(session, office)) : askToSignIn(),
      () => admit("failed"),
    );
  }, [office]);
  return admission;
}

function memberOf(session: Session, office: string): Admission {
  const role = roleIn(session, office);
  const known = ["agent", "reception", "supervisor", "administrator"];
  if (!role || !known.includes(role)) return "no_right";
  return { name: session.name, role: role as Role };
}

/** The office as it is now; null until the first snapshot. */
export function useDesk(office: string): {
  desk: Desk | null; refused: string | null; offline: boolean;
} {
  const { value, refusal } = useTopic<Desk>(`desk/${office}`);
  const state = useLiveState();
  const lost = state === "offline" || state === "reconnecting";
  useEffect(() => {
    if (refusal?.name === "not_signed_in") askToSignIn();
  }, [refusal]);
  return { desk: value, refused: refusal?.message ?? null, offline: lost };
}

export interface Said {
  text: string;
  tone: "good" | "bad";
}

interface Done {
  visit: Visit | null;
  token?: string; // Of a ticket taken at the reception.
}

/** What became of a command; `refusal` is its stable name. */
export type Answer =
  | { went: true; visit: Visit | null; token?: string | undefined }
  | { went: false; refusal: string };

export interface Office {
  busy: string | null; // The command under way.
  said: Said | null; // What came of the newest one.
  touched: ReadonlyMap<number, Visit>; // As this page's answers left them.
  say(said: Said | null): void;
  /** Now, or when the command under way has ended; see turns.ts. */
  want: Turns["want"];
  forget: Turns["forget"];
  /** For `want` only. `done` is what to say when the answer was yes. */
  ask(
    command: string, fields: object, done: (visit: Visit | null) => string,
  ): Promise<Answer>;
}

const shownWithin = 3_000; // Then the page goes on without its topic.
const goodNewsFor = 6_000;

/** One command at a time; each answer is waited for until the page shows it. */
export function useOffice(office: string, desk: Desk | null): Office {
  const [said, say] = useState<Said | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const touched = useRef(new Map<number, Visit>());
  const answer = useRef<Done | null>(null);
  const refused = useRef<Refusal | null>(null);
  const turns = useRef(new Turns()).current;
  const [ended, count] = useState(0); // Commands, so far.
  useEffect(() => {
    if (said?.tone !== "good") return;
    const timer = setTimeout(() => say(null), goodNewsFor);
    return () => clearTimeout(timer);
  }, [said]);
  useLayoutEffect(() => turns.goOn(), [ended]);
  const waitUntilShown = useShown(desk);

  const action = useAction(async (key, command: string, fields: object) => {
    refused.current = null;
    const path = `/offices/${office}/commands/${command}`;
    try {
      answer.current = await post<Done | null>(path, fields, { key });
    } catch (error) {
      if (error instanceof Refusal) refused.current = error;
      throw error;
    }
    const visit = answer.current?.visit;
    if (visit) touched.current.set(visit.id, visit);
    if (visit) await waitUntilShown(visit);
  });

  const ask: Office["ask"] = async (command, fields, done) => {
    if (!turns.begin()) return { went: false, refusal: "busy" };
    setBusy(command);
    say(null);
    let went = false;
    try {
      went = await action.start(command, fields);
    } finally {
      turns.end(went);
      setBusy(null);
      count((before) => before + 1);
    }
    const no = refused.current;
    if (!went) {
      if (no) say(wordsFor(no, touched.current));
      return { went, refusal: no?.name ?? "" };
    }
    const { visit = null, token } = answer.current ?? {};
    const text = answer.current ? done(visit) : t("desk.done.nobody");
    if (text) say({ text, tone: "good" });
    return { went, visit, token };
  };
  return {
    busy, said, touched: touched.current, say, ask,
    want: (name, act) => turns.want(name, act),
    forget: () => turns.forget(),
  };
}

/** A promise that is kept once the live topic has come as far as the row. */
function useShown(desk: Desk | null) {
  const awaited = useRef<{ visit: Visit; seen(): void } | null>(null);
  const shows = useRef((_: Visit): boolean => false);
  shows.current = (visit) => desk !== null && newest(desk, visit) !== visit;
  useLayoutEffect(() => {
    const open = awaited.current;
    if (open && shows.current(open.visit)) open.seen();
  }, [desk]);
  return (visit: Visit) => new Promise<void>((seen) => {
    if (shows.current(visit)) return seen();
    awaited.current = { visit, seen };
    setTimeout(seen, shownWithin);
  });
}

/** The refusal in words, with the present state where the page was late. */
function wordsFor(refusal: Refusal, touched: Map<number, Visit>): Said {
  if (refusal.status === 401) askToSignIn();
  const visit = refusal.body.visit as Visit | null | undefined;
  if (visit?.id) touched.set(visit.id, visit);
  const text = refusal.name === "visit_has_changed" && visit
    ? t("desk.changed_meanwhile", {
      number: visit.number, phase: t(`desk.phase.${visit.phase}`),
    })
    : refusal.message || t("desk.failed");
  return { text, tone: "bad" };
}
