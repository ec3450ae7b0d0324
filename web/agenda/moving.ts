// Moving an appointment by hand: where it would go, key by key or as it is
// dragged, until somebody confirms or gives up.

import { instantThere, dayThere, timeThere } from "../shared/zoned.ts";
import { daysLater } from "../book/month.ts";
import type { Row } from "./agenda.ts";
import type { Column } from "./layout.ts";

export interface Target {
  start: number;
  resource?: string; // Who is to take it; left out: as the rules choose.
}

export interface Moving extends Target {
  row: Row;
  dragged: boolean;
}

export type MoveKey =
  | "earlier" | "later" | "hour_earlier" | "hour_later" | "left" | "right";

const keys: Record<string, MoveKey> = {
  ArrowUp: "earlier", ArrowDown: "later", PageUp: "hour_earlier",
  PageDown: "hour_later", ArrowLeft: "left", ArrowRight: "right",
};

export function moveKeyOf(key: string): MoveKey | null {
  return keys[key] ?? null;
}

/** The same clock time on another day. */
export function onDay(start: number, day: string, zone: string): number {
  return instantThere(day, timeThere(start, zone), zone) ?? start;
}

/** One key further; sideways is the next column that can be moved to. */
export function moved(
  now: Moving, by: MoveKey, step: number, columns: readonly Column[],
  zone: string,
): Moving {
  switch (by) {
    case "earlier": return { ...now, start: now.start - step };
    case "later": return { ...now, start: now.start + step };
    case "hour_earlier": return { ...now, start: now.start - 3_600_000 };
    case "hour_later": return { ...now, start: now.start + 3_600_000 };
    default: return sideways(now, by === "right" ? 1 : -1, columns, zone);
  }
}

function sideways(
  now: Moving, by: 1 | -1, columns: readonly Column[], zone: string,
): Moving {
  if (columns.every(({ resource }) => resource === undefined)) {
    if (columns.some(({ service, counter }) =>
      service !== undefined || counter !== undefined)) return now;
    const day = daysLater(dayThere(now.start, zone), by);
    return { ...now, start: onDay(now.start, day, zone) };
  }
  const ids = columns.map(({ resource }) => resource)
    .filter((id): id is string => Boolean(id));
  const here = ids.indexOf(now.resource ?? now.row.resources[0] ?? "");
  const next = ids[here + by];
  return next === undefined ? now : { ...now, resource: next };
}

/** Whether there is anything to ask the office for. */
export function isElsewhere({ row, start, resource }: Moving): boolean {
  return start !== row.start
    || (resource !== undefined && !row.resources.includes(resource));
}

/** Dropped on a column, `minutes` further down. */
export function dropped(
  now: Moving, column: Column | null, minutes: number, step: number,
  zone: string,
): Moving {
  const steps = Math.round(minutes * 60_000 / step);
  const start = now.row.start + steps * step;
  const isOther = column?.day !== undefined
    && column.day !== dayThere(now.row.start, zone);
  return {
    ...now,
    start: isOther ? onDay(start, column.day, zone) : start,
    ...(column?.resource && { resource: column.resource }),
  };
}
