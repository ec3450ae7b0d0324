// The live line as staff read it: one group per queue, in the order of
// calling. Does not know how rows look.

import { lineOf } from "./order.ts";
import type { CounterState, Desk, Visit } from "./topic.ts";

export interface QueueLine {
  queue: string;
  open: boolean;
  wait: [number, number] | null;
  all: number; // People waiting, before any filter.
  visits: readonly Visit[];
}

export interface Filter {
  text: string;
  mine: string | null; // Only what this counter serves; null: everything.
}

/** Lower case, without accents or spare spaces. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Does the text mean a visit? Leading zeros may be left out. */
export function matcherOf(
  text: string, serviceName: (id: string) => string,
): (visit: Visit) => boolean {
  const wanted = folded(text);
  if (wanted === "") return () => true;
  const tight = wanted.replace(/[\s-]/g, "");
  const short = shortened(tight);
  const services = new Map<string, boolean>(); // Few, for many visits.
  const isService = (id: string) => {
    const known = services.get(id);
    if (known !== undefined) return known;
    const found = folded(serviceName(id)).includes(wanted);
    services.set(id, found);
    return found;
  };
  return (visit) => {
    if (isService(visit.service)) return true;
    const number = folded(visit.number).replace(/[\s-]/g, "");
    return number.includes(tight) || shortened(number).includes(short);
  };
}

function shortened(number: string): string {
  return number.replace(/^(\D*)0+(?=\d)/, "$1");
}

/** May this counter call the visit: it serves it, and nobody else is wanted. */
export function callableAt(desk: Desk, visit: Visit, counter: string): boolean {
  if (visit.wanted && visit.wanted !== counter) return false;
  const serves = desk.setup.counters[counter]?.serves ?? [];
  return serves.includes(visit.service);
}

/** One group per queue. Queues keep the order of the set-up. */
export function linesOf(
  desk: Desk, filter: Filter, serviceName: (id: string) => string,
): QueueLine[] {
  const { text, mine } = filter;
  const isMeant = matcherOf(text, serviceName);
  const passes = (visit: Visit) =>
    (mine === null || callableAt(desk, visit, mine)) && isMeant(visit);
  return Object.keys(desk.setup.queues).map((queue) => {
    const state = desk.queues[queue];
    const visits = lineOf(desk.visits, queue);
    return {
      queue,
      open: state?.open ?? false,
      wait: state?.wait ?? null,
      all: visits.length,
      visits: visits.filter(passes),
    };
  });
}

/** Parked or missed people, who has been so longest first. */
export function asideOf(desk: Desk, phase: "parked" | "missed"): Visit[] {
  return Object.values(desk.visits)
    .filter((visit) => visit?.phase === phase)
    .sort((a, b) => (a.since ?? 0) - (b.since ?? 0) || a.id - b.id);
}

function waiting(desk: Desk): Visit[] {
  return Object.keys(desk.setup.queues)
    .flatMap((queue) => lineOf(desk.visits, queue));
}

/** How many people wait whom this counter may call. */
export function waitingFor(desk: Desk, counter: string): number {
  let count = 0;
  for (const visit of waiting(desk))
    if (callableAt(desk, visit, counter)) ++count;
  return count;
}

/** People whom nobody else signed in could serve once this counter closes. */
export function leftWaiting(desk: Desk, counter: string): Visit[] {
  const others = Object.entries(desk.counters)
    .filter(([id, state]) => id !== counter && Boolean(state?.agent))
    .map(([id]) => id);
  return waiting(desk).filter(
    (visit) =>
      callableAt(desk, visit, counter) &&
      !others.some((other) => callableAt(desk, visit, other)),
  );
}

/** Parked by this agent. */
export function parkedBy(desk: Desk, agent: string): Visit[] {
  return asideOf(desk, "parked").filter((visit) => visit.agent === agent);
}

export type CounterMood = "closed" | "offline" | "break" | "busy" | "free";

export function moodOf(counter: CounterState | undefined): CounterMood {
  if (!counter?.agent) return "closed";
  if (counter.online === false) return "offline";
  if (counter.on_break) return "break";
  return counter.visit ? "busy" : "free";
}

/** The counter where this agent is signed in, if any. */
export function counterOf(desk: Desk, agent: string): string | null {
  const found = Object.entries(desk.counters).find(
    ([, state]) => state?.agent === agent,
  );
  return found ? found[0] : null;
}
