// Who waits, in the order of calling. The rows come in no order; each says
// where it stands.

import type { Turn, Visit } from "./topic.ts";

type Rows = Readonly<Record<string, Visit>>;

interface Sorted {
  rows: Rows;
  lines: ReadonlyMap<string, readonly Visit[]>; // By queue.
}

// A page has one office at a time, and most patches touch a few of its rows.
let newest: Sorted = { rows: {}, lines: new Map() };

/** The people waiting in a queue. */
export function lineOf(rows: Rows, queue: string): readonly Visit[] {
  if (rows !== newest.rows) newest = follow(newest, rows);
  return newest.lines.get(queue) ?? [];
}

/** Lines in which nobody came, went or moved are taken over. */
function follow(before: Sorted, rows: Rows): Sorted {
  const gone = changed(before.rows, rows);
  const come = changed(rows, before.rows);
  const lines = new Map(before.lines);
  for (const queue of new Set([...gone, ...come].map((row) => row.queue))) {
    const stay = lines.get(queue)?.filter((row) => rows[row.id] === row) ?? [];
    const join = come.filter((row) => row.queue === queue);
    // All but sorted already, which takes the sort one look at each.
    lines.set(queue, [...stay, ...join].sort(byPlace));
  }
  return { rows, lines };
}

/** Those waiting in `one` whose row is another, or none, in `other`. */
function changed(one: Rows, other: Rows): Visit[] {
  return Object.values(one).filter(
    (row) => other[row.id] !== row && row.phase === "waiting",
  );
}

function byPlace(one: Visit, other: Visit): number {
  return (one.lane ?? 0) - (other.lane ?? 0)
    || (one.due ?? 0) - (other.due ?? 0)
    || byTurn(turnOf(one), turnOf(other))
    || one.id - other.id;
}

/** Within one instant visits go by number, but for who came to stand between. */
function turnOf(it: Visit): Turn {
  return it.turn ?? [it.id, 0];
}

function byTurn(one: Turn, other: Turn): number {
  return one[0] - other[0] || one[1] - other[1];
}
