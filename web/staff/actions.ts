// Which steps a visit offers to whom, and why one must wait. The office has
// the last word; this only keeps people from asking in vain.

import { isShut } from "./gauge.ts";
import { callableAt } from "./line.ts";
import { secondsUntil } from "./times.ts";
import type { Desk, Role, Visit } from "./topic.ts";
import { isOpen, supervises } from "./topic.ts";

export type Step =
  | "call_next"
  | "call_visit"
  | "start"
  | "finish"
  | "recall"
  | "mark_absent"
  | "park"
  | "resume"
  | "requeue"
  | "transfer"
  | "change_service"
  | "set_priority"
  | "cancel"
  | "leave"
  | "arrive"
  | "end_break";

/**
 * A step on offer. `blocked` names the reason why it cannot be done yet, in
 * the message files under "desk.blocked."; `seconds` is how long that lasts.
 */
export interface Offer {
  step: Step;
  blocked?: string;
  seconds?: number;
}

/** Who looks at the visit. */
export interface Viewer {
  agent: string;
  role: Role;
  counter: string | null; // Where they are signed in.
  now: number; // By the server's clock.
}

/** The one big button of the counter. */
export function primaryOf(desk: Desk, by: Viewer): Offer | null {
  if (by.counter === null) return null;
  const here = desk.counters[by.counter];
  const visit = presentVisit(desk, by);
  if (visit?.phase === "called") return { step: "start" };
  if (visit?.phase === "serving") return { step: "finish" };
  if (here?.on_break) return { step: "end_break" };
  if (isShut(desk, by.counter))
    return { step: "call_next", blocked: "gauge_is_full" };
  return { step: "call_next" };
}

/** Who stands at the viewer's counter, if anybody. */
export function presentVisit(desk: Desk, by: Viewer): Visit | null {
  const id = by.counter === null ? null : desk.counters[by.counter]?.visit;
  const visit = id ? desk.visits[String(id)] : undefined;
  return visit && (visit.phase === "called" || visit.phase === "serving")
    ? visit
    : null;
}

/** All steps a visit offers beside the big button, most used first. */
export function offersOf(desk: Desk, visit: Visit, by: Viewer): Offer[] {
  if (visit.phase === "booked" || visit.phase === "no_show")
    return whenExpected(visit, by);
  if (!isOpen(visit.phase)) return [];
  const isElsewhere = ["called", "serving"].includes(visit.phase)
    && !mayHandle(visit, by);
  if (isElsewhere && isLost(desk, visit, by.now))
    return plain("requeue", "park", "transfer", "cancel");
  if (isElsewhere) return [];
  switch (visit.phase) {
    case "called":
      return whenCalled(desk, visit, by);
    case "serving":
      return plain("park", "transfer", "change_service", "requeue", "cancel");
    case "parked":
      return whenParked(desk, visit, by);
    case "missed":
      return [
        ...toCounter("call_visit", desk, visit, by),
        ...plain("requeue", "transfer", "leave", "cancel"),
      ];
    default:
      return [
        ...toCounter("call_visit", desk, visit, by),
        ...plain("transfer", "change_service", "set_priority", "leave"),
        ...plain("cancel"),
      ];
  }
}

/** Who is late may be given up, and may come all the same. */
function whenExpected({ phase, appointment }: Visit, by: Viewer): Offer[] {
  if (phase === "no_show") return plain("arrive");
  const isLate = by.now >= (appointment?.start ?? 0);
  return [
    { step: "arrive" },
    isLate ? { step: "mark_absent" }
      : { step: "mark_absent", blocked: "not_late_yet" },
  ];
}

/** The step as it is on offer now, for a visit or for the counter. */
export function offerOf(
  desk: Desk, step: Step, visit: Visit | null, by: Viewer,
): Offer | null {
  const primary = primaryOf(desk, by);
  if (primary?.step === step) return primary;
  const offers = visit ? offersOf(desk, visit, by) : [];
  return offers.find((offer) => offer.step === step) ?? null;
}

/** Others' visits are handled only by who supervises. */
function mayHandle(visit: Visit, by: Viewer): boolean {
  return visit.counter === by.counter || supervises(by.role);
}

/** Anybody may free the visit of a desk that has been lost for long. */
function isLost(desk: Desk, visit: Visit, now: number): boolean {
  const counter = desk.counters[visit.counter ?? ""];
  const grace = (desk.setup.rules.offline_grace_minutes ?? 5) * 60_000;
  return counter?.online === false && now - (counter.since ?? now) > grace;
}

function plain(...steps: Step[]): Offer[] {
  return steps.map((step) => ({ step }));
}

function whenCalled(desk: Desk, visit: Visit, by: Viewer): Offer[] {
  return [
    recallOffer(desk, visit, by.now),
    ...plain("mark_absent", "park", "transfer", "change_service", "requeue"),
    ...plain("cancel"),
  ];
}

function whenParked(desk: Desk, visit: Visit, by: Viewer): Offer[] {
  const theirs = Boolean(visit.agent) && visit.agent !== by.agent;
  const resume = toCounter("resume", desk, visit, by).map((offer) =>
    theirs && !supervises(by.role)
      ? { ...offer, blocked: "parked_by_another" }
      : offer,
  );
  return [...resume, ...plain("requeue", "transfer", "leave", "cancel")];
}

/** Recalls are counted and spaced; the first call is not a recall. */
export function recallOffer(desk: Desk, visit: Visit, now: number): Offer {
  const { recall_limit, recall_pause_seconds } = desk.setup.rules;
  if (recallsOf(visit) >= recall_limit)
    return { step: "recall", blocked: "recall_limit" };
  const allowed = (visit.last_call ?? 0) + recall_pause_seconds * 1000;
  const seconds = Math.min(recall_pause_seconds, secondsUntil(allowed, now));
  return seconds > 0
    ? { step: "recall", blocked: "recall_pause", seconds }
    : { step: "recall" };
}

export function recallsOf(visit: Visit): number {
  return Math.max(0, (visit.calls ?? 1) - 1);
}

/** A step that brings the person to the viewer's own counter. */
function toCounter(
  step: "call_visit" | "resume",
  desk: Desk,
  visit: Visit,
  by: Viewer,
): Offer[] {
  if (by.counter === null) return [];
  const here = desk.counters[by.counter];
  if (here?.visit) return [{ step, blocked: "counter_is_busy" }];
  if (here?.on_break) return [{ step, blocked: "on_break" }];
  if (supervises(by.role) || step === "resume") return [{ step }];
  if (visit.wanted && visit.wanted !== by.counter)
    return [{ step, blocked: "waits_for_another_counter" }];
  if (!callableAt(desk, visit, by.counter))
    return [{ step, blocked: "not_served_here" }];
  return [{ step }];
}

/** The newest step of this page or counter that may still be taken back. */
export function undoableOf(
  desk: Desk,
  touched: ReadonlyMap<number, Visit>,
  by: Viewer,
): Visit | null {
  const here = Object.values(desk.visits).filter(
    (visit) => visit?.counter && visit.counter === by.counter,
  );
  const seen = [...touched.values()].map((visit) => newest(desk, visit));
  const open = [...here, ...seen].filter(
    (visit) => visit.undo && visit.undo.until > by.now,
  );
  // Of two steps in one instant the one at the counter came last.
  const present = by.counter ? desk.counters[by.counter]?.visit : undefined;
  const isPresent = (visit: Visit) => Number(visit.id === present);
  open.sort((a, b) => (b.undo?.until ?? 0) - (a.undo?.until ?? 0)
    || isPresent(b) - isPresent(a));
  return open[0] ?? null;
}

/** The row as the topic has it, unless an answer was quicker. */
export function newest(desk: Desk, visit: Visit): Visit {
  const row = desk.visits[String(visit.id)];
  return row && row.version >= visit.version ? row : visit;
}
