// Works out one's own place from the frames that everybody in a line shares.
// Ranks name nobody and count from 0. Pure; knows no page and no connection.

import type { Wait } from "../shared/wait.ts";

/** Rank, and the shortest and longest wait in minutes expected there. */
export type CurvePoint = readonly [rank: number, lo: number, hi: number];

export interface LineFrame {
  topic: string;
  n: number;
  left: number[]; // Ranks in the order before this frame.
  in: number[]; // Ranks in the order after it, ascending.
  size: number;
  curve: CurvePoint[] | null;
}

export interface Place {
  rank: number | null; // Null when not in the line, or no longer known.
  size: number;
  wait: Wait;
  line: string;
  line_n: number; // Of the newest frame this place accounts for.
}

/** What a frame means for one place. */
export type Followed =
  | { is: "old" } // Of another line, or accounted for already.
  | { is: "gap" } // A frame is missing: only a fresh snapshot helps.
  | { is: "place"; place: Place; overtaken: boolean };

export function followLine(place: Place, frame: LineFrame): Followed {
  if (frame.topic !== place.line || frame.n <= place.line_n)
    return { is: "old" };
  if (frame.n !== place.line_n + 1) return { is: "gap" };
  const { rank, overtaken } = moved(place.rank, frame);
  const wait = rank === null ? null : waitAt(frame.curve, rank);
  const next = { ...place, rank, wait, size: frame.size, line_n: frame.n };
  return { is: "place", place: next, overtaken };
}

/**
 * Those who leave in front bring one forward; those who come in at one's rank
 * or before it push one back. Who leaves oneself waits for a personal word.
 */
function moved(from: number | null, frame: LineFrame) {
  if (from === null || frame.left.includes(from))
    return { rank: null, overtaken: false };
  let rank = from - frame.left.filter((left) => left < from).length;
  let overtaken = false;
  for (const entered of frame.in) {
    if (entered > rank) break;
    rank++;
    overtaken = true;
  }
  return { rank, overtaken };
}

/** The wait at `rank`, between the points of the curve and beyond its end. */
export function waitAt(curve: CurvePoint[] | null, rank: number): Wait {
  const first = curve?.[0];
  if (!curve || !first) return null;
  let before = first;
  let after = first;
  for (const point of curve) {
    before = after;
    after = point;
    if (point[0] >= rank) break;
  }
  if (after === before || rank <= first[0]) return [first[1], first[2]];
  const part = (rank - before[0]) / (after[0] - before[0]);
  const along = (from: number, to: number) =>
    Math.max(0, Math.round(from + part * (to - from)));
  return [along(before[1], after[1]), along(before[2], after[2])];
}
