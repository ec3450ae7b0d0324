// Who may come in, and who is expected: what pages make of the pictures they
// are sent.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { isFull } = await load("shared/gauge.ts");
const { isShut, roomAt } = await load("staff/gauge.ts");
const { expectedAt } = await load("staff/expected.ts");
const actions = await load("staff/actions.ts");

const noon = Date.UTC(2026, 7, 22, 12);
const minutes = 60_000;

test("a house is full for who does not fit into any of its sites", () => {
  const sites = { hall: { inside: 3, most: 4 }, annexe: { inside: 4, most: 4 } };
  assert.equal(isFull(sites, ["hall"], 1), false);
  assert.equal(isFull(sites, ["hall"], 2), true);
  assert.equal(isFull(sites, ["annexe"], 1), true);
  assert.equal(isFull(sites, ["hall", "annexe"], 1), false);
  assert.equal(isFull(sites, [], 1), false);
  assert.equal(isFull(sites, ["without a gauge"], 9), false);
});

function desk(inside, visits = {}) {
  return {
    setup: {
      queues: { a: {} },
      counters: { g1: { serves: ["passport"], site: "hall" } },
    },
    queues: { a: { open: true } },
    counters: { g1: { agent: "amelie" } },
    sites: { hall: { inside, most: 2 } },
    visits,
  };
}

const waiting = (more) => ({
  id: 7, version: 1, number: "A007", phase: "waiting", service: "passport",
  queue: "a", due: noon, ...more,
});

test("Call next waits while nobody may come in", () => {
  const by = { agent: "amelie", role: "agent", counter: "g1", now: noon };
  assert.equal(roomAt(desk(1), "hall"), 1);
  assert.equal(isShut(desk(1), "g1"), false);
  assert.equal(isShut(desk(2), "g1"), true);
  assert.deepEqual(actions.primaryOf(desk(2), by),
    { step: "call_next", blocked: "gauge_is_full" });
  assert.equal(isShut(desk(2, { 7: waiting() }), "g1"), true);
  assert.equal(isShut(desk(2, { 7: waiting({ inside: "hall" }) }), "g1"),
    false);
  const open = desk(2);
  open.sites = {};
  assert.equal(isShut(open, "g1"), false);
});

const booked = (id, start, more = {}) => ({
  id, version: 1, number: "", phase: "booked", service: "passport", queue: "",
  appointment: {
    start, end: start + 15 * minutes, local: "2026-08-22T14:00+02:00",
    site: "hall", place: "counter", waiting: false, ...more,
  },
});

test("who is late is expected first, and only who comes to the house", () => {
  const rows = {
    1: booked(1, noon + 30 * minutes),
    2: booked(2, noon - 12 * minutes),
    3: booked(3, noon, { place: "phone" }),
    4: booked(4, noon, { waiting: true }),
    5: waiting({ id: 5 }),
  };
  assert.deepEqual(
    expectedAt(desk(0, rows), noon).map(({ visit, late }) => [visit.id, late]),
    [[2, 12], [1, -30]]);
});

test("only who is late can be marked absent, and may come all the same", () => {
  const by = (now) => ({ agent: "amelie", role: "agent", counter: null, now });
  const visit = booked(1, noon);
  assert.deepEqual(actions.offersOf(desk(0), visit, by(noon - 1)),
    [{ step: "arrive" }, { step: "mark_absent", blocked: "not_late_yet" }]);
  assert.deepEqual(actions.offersOf(desk(0), visit, by(noon)),
    [{ step: "arrive" }, { step: "mark_absent" }]);
  assert.deepEqual(
    actions.offersOf(desk(0), { ...visit, phase: "no_show" }, by(noon)),
    [{ step: "arrive" }]);
});
