// What the server tells of mass cancellations, and asks for one.

import type { Words } from "../shared/i18n.ts";

export interface Filter {
  first: string; // Days, as "2026-12-01".
  last: string;
  from: number; // Minutes after midnight.
  to: number;
  sites: string[];
  services: string[];
  resources: string[];
}

export interface Named {
  id: string;
  name: Words;
}

export interface Choices {
  sites: Named[];
  services: Named[];
  resources: Named[];
}

export interface Person {
  visit: number;
  local: string; // "2026-12-01T09:00+01:00", on the clocks of the site.
  service: string;
  site: string;
  reachable: boolean;
}

export interface Preview {
  count: number;
  unreachable: number;
  people: Person[];
  seen: number[];
}

export interface Fated extends Person {
  fate: string;
  reason?: "offers_used_up" | "list_ended" | "booked_again";
  again?: string; // The new start,
  offered?: string; // and the one that is offered.
}

export interface Campaign {
  id: string;
  reason: string;
  began: number;
  open: boolean;
  vouchers: boolean;
  count: number;
  unreachable: number;
  skipped: number;
  fates: Record<string, number>;
}

export interface Report extends Campaign {
  people: Fated[];
}

export interface Campaigns {
  campaigns: Campaign[];
  choices: Choices;
}

/** "09:30" of 570; empty for the end of a day. */
export function clockOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return minutes >= 1440 ? "" : `${two(Math.floor(minutes / 60))}:${
    two(minutes % 60)}`;
}

/** 570 of "09:30"; `otherwise` of what is no time. */
export function minutesOf(clock: string, otherwise: number): number {
  const [hours, minutes] = clock.split(":").map(Number);
  return Number.isInteger(hours) && Number.isInteger(minutes)
    ? hours! * 60 + minutes! : otherwise;
}

/** "01/12 09:00" as its site shows it, whatever clocks the reader has. */
export function localInWords(local: string): string {
  const [, month, day] = local.slice(0, 10).split("-");
  return `${day}/${month} ${local.slice(11, 16)}`;
}
