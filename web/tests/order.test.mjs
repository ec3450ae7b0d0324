// The line is kept in order from patch to patch: whatever changes, it is the
// line that would be put in order anew.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { lineOf } = await load("staff/order.ts");

/** Whole numbers below `sides`, the same for the same seed. */
function diceOf(seed) {
  return (sides) => {
    seed = (seed * 1103515245 + 12345) % 2 ** 31;
    return Math.floor((seed / 2 ** 31) * sides);
  };
}

function inOrder(rows, queue) {
  const place = ({ lane = 0, due, id, turn: [whole, part] = [id, 0] }) =>
    ((lane * 1e3 + due) * 1e3 + whole) * 1e3 + part + id / 1e3;
  return Object.values(rows)
    .filter((row) => row.phase === "waiting" && row.queue === queue)
    .sort((one, other) => place(one) - place(other));
}

test("a line that changes is the line put in order anew", () => {
  const dice = diceOf(20260822);
  const placed = (id) => ({
    id,
    phase: dice(4) ? "waiting" : "called",
    queue: dice(3) ? "a" : "b",
    due: dice(20),
    ...(dice(3) === 0 && { lane: dice(3) }),
    ...(dice(3) === 0 && { turn: [1 + dice(60), dice(3)] }),
  });
  let rows = {};
  for (let round = 0; round < 500; round++) {
    rows = { ...rows };
    for (let changes = dice(4); changes > 0; changes--) {
      const id = 1 + dice(60);
      if (dice(5)) rows[id] = placed(id);
      else delete rows[id];
    }
    for (const queue of ["a", "b", "c"])
      assert.deepEqual(lineOf(rows, queue), inOrder(rows, queue));
  }
});

test("a line in which nothing happened is not put in order again", () => {
  const row = (id, queue) => ({ id, queue, phase: "waiting", due: id });
  const rows = { 1: row(1, "a"), 2: row(2, "b") };
  const before = lineOf(rows, "a");
  const after = { ...rows, 3: row(3, "b") };
  assert.equal(lineOf(after, "b").length, 2);
  assert.equal(lineOf(after, "a"), before);
});
