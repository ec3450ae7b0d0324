// How staff ask about appointments and make them: as the public does, with the
// places kept for staff, and beyond them where they may.

import { get, post, type Refusal } from "../shared/api.ts";
import type { Day, Place, Slot, Wish } from "../book/booking.ts";
import type { Person, Role, Visit } from "./topic.ts";

export type { Booking, Day, Place, Service, Site, Slot, Wish }
  from "../book/booking.ts";
export { bookingOf, minutesFor, nearIn } from "../book/booking.ts";

/** A start of choice: one that is free, or one that staff insist on. */
export interface Start {
  start: number;
  mayWait?: boolean; // Only a seat on the waiting list is left.
  beyond?: Beyond;
}

export interface Beyond {
  reason: string;
  overGauge: boolean;
}

/** A visit with what was agreed on, as commands answer it. */
export type Appointed = Visit & {
  appointment: {
    start: number; end: number; site: string; place: Place;
    held_until?: number;
  };
};

export interface Answer {
  visit: Appointed;
  token?: string;
}

/** Whoever plans the day may also overfill it. */
export function mayOverbook(role: Role): boolean {
  return role !== "agent" && role !== "operator";
}

function about(office: string, what: string, wish: Wish, more: object) {
  const asked = new URLSearchParams({
    ...wish, persons: `${wish.persons}`, staff: "true", ...more,
  });
  return `/offices/${encodeURIComponent(office)}/booking/${what}?${asked}`;
}

function moved(visit?: number) {
  return visit ? { moved: `${visit}` } : {};
}

export async function nextFree(office: string, wish: Wish, visit?: number) {
  const path = about(office, "near", wish, moved(visit));
  return (await get<{ near: Slot[] }>(path)).near;
}

export async function daysBetween(
  office: string, wish: Wish, from: string, to: string, visit?: number,
) {
  const path = about(office, "days", wish, { from, to, ...moved(visit) });
  return (await get<{ days: Day[] }>(path)).days;
}

export async function slotsOn(
  office: string, wish: Wish, day: string, visit?: number,
) {
  const path = about(office, "slots", wish, { day, ...moved(visit) });
  return (await get<{ slots: Slot[] }>(path)).slots;
}

export function command<T = Answer>(
  office: string, name: string, fields: object, key: string,
) {
  const path = `/offices/${encodeURIComponent(office)}/commands/${name}`;
  return post<T>(path, fields, { key });
}

/** What a start of choice adds to a command. */
export function fieldsOf({ start, beyond }: Start) {
  return {
    start,
    ...(beyond && {
      overbook: true, over_gauge: beyond.overGauge, reason: beyond.reason,
    }),
  };
}

/** Nothing for a person of whom nothing is said. */
export function personIn({ answers, ...texts }: Person): { person?: Person } {
  const said: [string, unknown][] = Object.entries(texts)
    .map(([name, text]) => [name, text?.trim() ?? ""]);
  if (answers && Object.keys(answers).length > 0)
    said.push(["answers", answers]);
  const known = said.filter(([, what]) => what);
  return known.length > 0 ? { person: Object.fromEntries(known) } : {};
}

/** Refusals that another start, or a word of reason, may do away with. */
export function isAboutStart(problem: Refusal | null): boolean {
  return Array.isArray((problem?.body as { near?: unknown } | undefined)?.near);
}
