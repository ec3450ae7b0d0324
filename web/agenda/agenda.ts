// What the server says of appointments there are, and how it is asked.

import { get } from "../shared/api.ts";
import type { Words } from "../shared/i18n.ts";
import type { Place } from "../staff/booking.ts";
import type { Desk, Person, Phase } from "../staff/topic.ts";

export interface WallTime {
  day: string;
  minute?: number; // After midnight; 0 where left out.
}

export interface Absence {
  from: WallTime;
  to: WallTime;
  by_staff: boolean;
}

export interface Resource {
  id: string;
  name: Words;
  kind: "agent" | "room" | "device";
  site: string;
  counter?: string; // Where it stands.
  absent: Absence[];
  feed?: { names: boolean };
}

export interface Counter {
  id: string;
  name: Words;
  site: string;
  feed?: { names: boolean };
}

export interface Hours {
  opening: string;
  site: string;
  services: string[];
  step: number;
  from: number;
  to: number;
}

export interface Row {
  id: number;
  version: number;
  number: string;
  phase: Phase;
  service: string;
  site: string;
  start: number;
  end: number;
  persons: number;
  place: Place;
  resources: string[];
  counters?: string[]; // Where it was called to, or is due until then.
  described: boolean;
  on_duty: boolean;
  others_are_free?: boolean;
  overbooked?: boolean;
  reason?: string;
  video?: string; // The link, for who may see persons.
  waiting?: boolean;
  summary?: "sms" | "email" | "letter";
  person?: Person;
}

export interface Site {
  id: string;
  name: Words;
  zone: string;
}

export interface Agenda {
  now: number;
  sites: Site[];
  resources: Resource[];
  counters: Counter[];
  days: { day: string; open: Hours[] }[];
  visits: Row[];
}

export interface Span {
  first: string;
  last: string;
}

function pathOf(office: string) {
  return `/offices/${encodeURIComponent(office)}`;
}

export function agendaOf(office: string, span: Span) {
  const asked = new URLSearchParams({ ...span });
  return get<Agenda>(`${pathOf(office)}/agenda?${asked}`);
}

const fewest = 200; // More numbers than that make no address.

/** Who comes; each look is written down, so only of those not yet known. */
export async function personsOf(office: string, span: Span, ids: number[]) {
  const asked = new URLSearchParams({ ...span, persons: "true" });
  if (ids.length <= fewest) asked.set("of", ids.join(","));
  const said = await get<Agenda>(`${pathOf(office)}/agenda?${asked}`);
  return said.visits.filter(({ person }) => person)
    .map(({ id, person }) => [id, person!] as const);
}

export function tableAddress(office: string, span: Span): string {
  const asked = new URLSearchParams({ ...span, persons: "true" });
  return `/api/v1${pathOf(office)}/agenda.csv?${asked}`;
}

export interface Touched {
  sites: Site[];
  visits: Row[];
}

export function touchedBy(
  office: string, resource: string, from: string, to: string,
) {
  const asked = new URLSearchParams({ resource, from, to, persons: "true" });
  return get<Touched>(`${pathOf(office)}/absences/touched?${asked}`);
}

/** As things are this moment, where the live topic is further on. */
export function asNow(desk: Desk, row: Row): Row {
  const live = desk.visits[String(row.id)];
  if (!live || live.version <= row.version) return row;
  const { phase, number, counter } = live;
  return { ...row, phase, number, ...(counter && { counters: [counter] }) };
}

/** Appointments that have not begun and are nobody's wish only. */
export function isMovable(row: Row): boolean {
  return row.phase === "booked";
}
