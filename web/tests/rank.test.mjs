// A place worked out from shared frames is the place one really has.

import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { followLine, waitAt } = await load("ticket/rank.ts");

const line = "line/demo/a";
const at = (rank, more = {}) =>
  ({ rank, size: 9, wait: [4, 9], line, line_n: 7, ...more });
const frame = (more) =>
  ({ topic: line, n: 8, left: [], in: [], size: 9, curve: null, ...more });
const rankAfter = (rank, more) => followLine(at(rank), frame(more)).place.rank;

test("who is called in front brings one forward", () => {
  assert.equal(rankAfter(3, { left: [0] }), 2);
  assert.equal(rankAfter(3, { left: [0, 2, 5] }), 1);
});

test("who leaves behind changes nothing", () => {
  assert.equal(rankAfter(3, { left: [4, 8] }), 3);
});

test("who comes in at the end changes nothing", () => {
  assert.equal(rankAfter(3, { in: [9] }), 3);
  assert.equal(followLine(at(3), frame({ in: [9] })).overtaken, false);
});

test("a priority person pushes one back, and that is said", () => {
  const followed = followLine(at(3), frame({ in: [0] }));
  assert.equal(followed.place.rank, 4);
  assert.equal(followed.overtaken, true);
});

test("who comes in exactly at one's rank goes first", () => {
  assert.equal(rankAfter(3, { in: [3] }), 4);
});

test("each of several newcomers counts from where the one before put one",
  () => {
    assert.equal(rankAfter(3, { in: [1, 4] }), 5);
    assert.equal(rankAfter(3, { in: [4, 5] }), 3);
  });

test("forward and back in one frame", () => {
  assert.equal(rankAfter(3, { left: [0, 1], in: [0] }), 2);
});

test("who is called oneself waits for the personal word", () => {
  const { place, overtaken } = followLine(at(0), frame({ left: [0] }));
  assert.equal(place.rank, null);
  assert.equal(place.wait, null);
  assert.equal(overtaken, false);
});

test("a lost rank stays lost until a snapshot tells it", () => {
  assert.equal(rankAfter(null, { left: [0] }), null);
});

test("frames the snapshot contains already are ignored", () => {
  assert.equal(followLine(at(3), frame({ n: 7, left: [0] })).is, "old");
});

test("frames of another line are ignored", () => {
  const other = frame({ topic: "line/demo/b", left: [0] });
  assert.equal(followLine(at(3), other).is, "old");
});

test("a missing frame is noticed", () => {
  assert.equal(followLine(at(3), frame({ n: 9, left: [0] })).is, "gap");
});

test("without a serving counter the wait is unknown", () => {
  assert.equal(waitAt(null, 3), null);
  assert.equal(waitAt([], 3), null);
});

test("the wait lies on the curve, and goes on beyond its end", () => {
  const curve = [[0, 0, 4], [5, 20, 30], [10, 40, 60]];
  assert.deepEqual(waitAt(curve, 0), [0, 4]);
  assert.deepEqual(waitAt(curve, 5), [20, 30]);
  assert.deepEqual(waitAt(curve, 7), [28, 42]);
  assert.deepEqual(waitAt(curve, 20), [80, 120]);
  assert.deepEqual(waitAt([[0, 3, 5]], 6), [3, 5]);
});

test("through any day, everybody knows their own place", () => {
  let seed = 7;
  const random = (below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  let people = [...Array(12).keys()];
  let next = people.length;
  const places = new Map(people.map((who, rank) => [who, at(rank)]));
  for (let n = 8; n < 400; n++) {
    const left = people.map((_, rank) => rank).filter(() => random(12) === 0);
    const stay = people.filter((_, rank) => !left.includes(rank));
    const entered = [];
    for (let i = random(3); i > 0; i--) {
      const rank = random(stay.length + 1);
      stay.splice(rank, 0, next);
      entered.push(next++);
    }
    const ranks = entered.map((who) => stay.indexOf(who)).sort((a, b) => a - b);
    const said = frame({ n, left, in: ranks, size: stay.length });
    for (const [who, place] of places)
      places.set(who, followLine(place, said).place);
    for (const who of entered)
      places.set(who, at(stay.indexOf(who), { line_n: n }));
    people = stay;
    for (const [who, place] of places) {
      const rank = people.indexOf(who);
      assert.equal(place.rank, rank < 0 ? null : rank);
    }
  }
});
