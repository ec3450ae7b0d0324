// The times of a day as they are shown: those there are, and those there were.

import type { Slot } from "./booking.ts";

export interface ShownSlot extends Slot {
  gone?: boolean; // Was there before, and has been taken.
}

/** In the order of time. */
export function withGone(before: ShownSlot[], now: Slot[]): ShownSlot[] {
  const starts = new Set(now.map(({ start }) => start));
  const gone = before.filter(({ start }) => !starts.has(start))
    .map((slot) => ({ ...slot, left: 0, waiting: 0, gone: true }));
  return [...now, ...gone].sort((one, other) => one.start - other.start);
}
