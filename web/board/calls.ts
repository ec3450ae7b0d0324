// What the hall screen shows, and what is new about it. Pure.

import type { Sites } from "../shared/gauge.ts";
import type { Words } from "../shared/i18n.ts";

export interface Call {
  number: string;
  counter: string;
  at: number;
  times: number;
}

export interface Hall {
  office: { name: Words };
  calls: Call[]; // Newest first.
  next: Record<string, string[]>;
  queues: Record<string, { name: Words; open: boolean; waiting: number }>;
  sites: Sites;
}

const same = (one: Call) => (other: Call) =>
  one.number === other.number && one.counter === other.counter
  && one.times === other.times && one.at === other.at;

/** Calls and recalls that `before` did not show, oldest first. */
export function newCalls(before: Call[], after: Call[]): Call[] {
  return after.filter((call) => !before.some(same(call))).reverse();
}

/** "A012" as people say it: "A 12". */
export function spoken(number: string): string {
  const parts = number.match(/\d+|\p{L}+/gu) ?? [];
  return parts
    .map((part) => (/^\d+$/.test(part) ? String(Number(part)) : part))
    .join(" ");
}
