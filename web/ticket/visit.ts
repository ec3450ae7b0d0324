// The visit behind the link: the newest word of the server, kept up to date
// by the frames of its line, and the last of it remembered for a dead network.

import { useEffect, useState } from "preact/hooks";
import { serverNow } from "../shared/clock.ts";
import { holdAppointment, letGoOfAppointment }
  from "../shared/held_appointments.ts";
import { holdTicket, letGoOf } from "../shared/held_ticket.ts";
import type { Words } from "../shared/i18n.ts";
import { live, type Frame } from "../shared/live.ts";
import { recall, remember } from "../shared/storage.ts";
import type { Appointment, Offer } from "./appointment.ts";
import { followLine, type LineFrame, type Place } from "./rank.ts";

export type Phase = "waiting" | "called" | "serving" | "parked" | "missed"
  | "served" | "left" | "cancelled" | "abandoned"
  | "held" | "booked" | "postponed" | "expired" | "no_show"; // Of appointments.

export interface Visit extends Place {
  number: string;
  phase: Phase;
  version: number;
  service: Words;
  bring: Words | null;
  instructions?: Words | null;
  queue: string;
  counter: string | null;
  counter_name: Words | null;
  office: { id: string; name: Words };
  joined: number;
  since: number; // When the phase began.
  persons: number;
  texts?: boolean; // Their telephone takes texts.
  notice?: number; // To be told when so many are before them; 0: never.
  appointment?: Appointment;
  sites?: string[]; // While waiting: where one may be called to,
  inside?: boolean; // and whether one waits inside already.
  reason?: string; // Why the office called it off.
  offer?: Offer;
  earlier?: { from: number; until: number }; // Waits for a time between.
  moved: string | null; // What this visit's own last change did to its place.
}

/** Why one's place is not what it was, until the person has seen it. */
export interface Move {
  why: string;
  id: string; // Tells one move from the next.
}

export interface Followed {
  visit: Visit | null;
  at: number; // When this was known to be so, by the server's clock.
  move: Move | null;
  refusal: { name: string; message: string } | null;
}

interface Kept {
  token: string;
  visit: Visit;
  at: number;
}

const askAgainAfter = 5000;
const lostPatience = 2000;
const closed: Phase[] = ["served", "left", "cancelled", "abandoned", "expired",
  "no_show"];

export function isClosed(phase: Phase): boolean {
  return closed.includes(phase);
}

/** Whether the person has not come: then there is no number. */
export function isToCome({ number }: Visit): boolean {
  return number === "";
}

export function useVisit(token: string): Followed {
  const [now, setNow] = useState<Followed>(() => lastKnown(token));
  useEffect(() => live.follow<Visit>("visit", {
    token,
    resumes: false, // Places change by the line's frames: start from a whole.
    onValue: (visit) => setNow((before) => renewed(before, visit)),
    onOther: (frame) => setNow((before) => advanced(before, frame)),
    onRefusal: (name, message) => {
      if (name === "link_unknown") letGoOf(token);
      else setTimeout(() => live.refresh("visit"), askAgainAfter);
      setNow((before) => ({ ...before, refusal: { name, message } }));
    },
  }), [token]);
  const lost = now.visit?.phase === "waiting" && now.visit.rank === null;
  useEffect(() => {
    if (!lost) return;
    // The personal word that follows should be here at once.
    const timer = setTimeout(() => live.refresh("visit"), lostPatience);
    return () => clearTimeout(timer);
  }, [lost]);
  useEffect(() => {
    if (now.visit) keep({ token, visit: now.visit, at: now.at });
  }, [token, now.visit]);
  return now;
}

function lastKnown(token: string): Followed {
  const kept = recall<Kept>("last_visit");
  const known = kept?.token === token ? kept : null;
  return {
    visit: known?.visit ?? null, at: known?.at ?? 0, move: null, refusal: null,
  };
}

function keep(known: Kept) {
  remember("last_visit", known);
  const { token, visit } = known;
  const { phase, number, office, appointment } = visit;
  if (isClosed(phase)) {
    letGoOf(token);
    letGoOfAppointment(token);
  } else if (!isToCome(visit))
    holdTicket({ token, number, office: office.id });
  else if (appointment && phase === "booked")
    holdAppointment({
      token, office: office.id, start: appointment.start,
      zone: appointment.zone,
    });
}

/** A personal word has come: it holds, whatever was thought before. */
function renewed(before: Followed, visit: Visit): Followed {
  const move = moveIn(before.visit, visit) ?? stillWaiting(before.move, visit);
  return { visit, at: serverNow(), move, refusal: null };
}

function moveIn(before: Visit | null, visit: Visit): Move | null {
  if (visit.phase !== "waiting") return null;
  const id = `${visit.joined} ${visit.number} ${visit.version}`;
  if (before?.version !== visit.version && visit.moved)
    return { why: visit.moved, id };
  // Frames were missed meanwhile, and nobody said why the place is worse.
  const worse = before?.rank != null && visit.rank != null
    && before.line === visit.line && visit.rank > before.rank;
  return worse ? { why: "overtaken", id: `${id} ${visit.line_n}` } : null;
}

function stillWaiting(move: Move | null, visit: Visit): Move | null {
  return visit.phase === "waiting" ? move : null;
}

function advanced(before: Followed, frame: Frame): Followed {
  if (!before.visit) return before;
  const followed = followLine(before.visit, frame as unknown as LineFrame);
  if (followed.is === "gap") live.refresh("visit");
  if (followed.is !== "place") return before;
  const move = followed.overtaken
    ? { why: "overtaken", id: `${frame.topic} ${frame.n}` } : before.move;
  const visit = { ...before.visit, ...followed.place };
  return { ...before, visit, at: serverNow(), move };
}
