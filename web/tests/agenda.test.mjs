// Where blocks of the agenda stand, and where a move leads.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["fr"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const layout = await load("agenda/layout.ts");
const moving = await load("agenda/moving.ts");
const zoned = await load("shared/zoned.ts");

const zone = "Europe/Paris";
const at = (day, time) => zoned.instantThere(day, time, zone);
const tuesday = "2026-12-01";

const row = (id, from, to, more = {}) => ({
  id, start: at(tuesday, from), end: at(tuesday, to), site: "town",
  service: "permits", resources: ["roux"], phase: "booked", ...more,
});

const agenda = (more = {}) => ({
  sites: [{ id: "town", zone }],
  resources: [
    { id: "roux", site: "town", absent: [] },
    { id: "haddad", site: "town", absent: [] },
  ],
  days: [{
    day: tuesday,
    open: [{
      site: "town", services: ["permits"], step: 30,
      from: at(tuesday, "09:00"), to: at(tuesday, "12:00"),
    }],
  }],
  visits: [], ...more,
});

test("what overlaps stands side by side, and nothing else does", () => {
  const lanes = layout.lanesOf([
    row(1, "09:00", "10:00"), row(2, "09:30", "10:30"),
    row(3, "10:00", "10:30"), row(4, "11:00", "11:30"),
  ]).map(({ row: { id }, lane, lanes }) => [id, lane, lanes]);
  assert.deepEqual(lanes, [[1, 0, 2], [2, 1, 2], [3, 0, 2], [4, 0, 1]]);
});

test("the hours shown are whole and cover all there is", () => {
  const { hour } = layout;
  assert.deepEqual(
    layout.hoursAround([{ from: 9.5 * hour, to: 11.2 * hour }], 0),
    { from: 9 * hour, to: 12 * hour });
  assert.deepEqual(layout.hoursAround([], 9 * hour),
    { from: 9 * hour, to: 17 * hour });
});

test("a day has a column for each service, or for each agent", () => {
  const rows = [row(1, "09:00", "10:00"),
    row(2, "09:00", "10:00", { service: "papers", resources: [] })];
  const keys = (by) => layout.columnsOf(agenda(), rows, "day", by, "town")
    .map(({ key }) => key);
  assert.deepEqual(keys("service"), ["permits", "papers"]);
  assert.deepEqual(keys("resource"), ["roux", "haddad", ""]);
  const [roux, , nobody]
    = layout.columnsOf(agenda(), rows, "day", "resource", "town");
  const ids = (column) => layout.rowsIn(column, rows, agenda())
    .map(({ id }) => id);
  assert.deepEqual([ids(roux), ids(nobody)], [[1], [2]]);
});

test("counters are shown where something stands or somebody was called", () => {
  const counters = ["1", "2", "3"].map((id) => ({ id, site: "town" }));
  const resources = [
    { id: "roux", site: "town", absent: [], counter: "1" },
    { id: "haddad", site: "town", absent: [] }];
  const rows = [
    row(1, "09:00", "10:00", { counters: ["1"] }),
    row(2, "09:00", "10:00", { counters: ["3"] }),
    row(3, "09:00", "10:00", { resources: ["haddad"] })];
  const columns = layout.columnsOf(agenda({ counters, resources }), rows,
    "day", "counter", "town");
  assert.deepEqual(columns.map(({ counter }) => counter), ["1", "3", ""]);
  assert.deepEqual(columns.map((column) =>
    layout.rowsIn(column, rows, agenda()).map(({ id }) => id)),
  [[1], [2], [3]]);
  const without = agenda({ counters });
  assert.deepEqual(
    layout.columnsOf(without, [], "day", "counter", "town"),
    layout.columnsOf(without, [], "day", "service", "town"),
    "an office that has set none up sees its services");
});

test("a week leaves out days without hours and without people", () => {
  const days = [...agenda().days, { day: "2026-12-05", open: [] }];
  const keys = layout.columnsOf(agenda({ days }), [], "week", "service", "town")
    .map(({ key }) => key);
  assert.deepEqual(keys, [tuesday]);
});

test("an absence is cut to the day that is shown", () => {
  const midnight = at(tuesday, "00:00");
  const away = (from, to) => layout.isAway(
    { absent: [{ from, to }] }, tuesday, midnight)
    .map((one) => [(one.from - midnight) / 60_000,
      (one.to - midnight) / 60_000]);
  assert.deepEqual(away({ day: "2026-11-30", minute: 600 },
    { day: "2026-12-02", minute: 600 }), [[0, 1440]]);
  assert.deepEqual(away({ day: tuesday, minute: 540 },
    { day: tuesday, minute: 720 }), [[540, 720]]);
  assert.deepEqual(away({ day: "2026-11-30" }, { day: tuesday }), []);
});

const move = (more = {}) => ({
  row: row(1, "09:00", "09:30"), start: at(tuesday, "09:00"), dragged: false,
  ...more,
});
const half = 30 * 60_000;
const agents = [{ key: "roux", day: tuesday, resource: "roux" },
  { key: "haddad", day: tuesday, resource: "haddad" },
  { key: "", day: tuesday, resource: "" }];

test("arrows move by the grid, and sideways to the next agent", () => {
  const go = (key, now = move()) =>
    moving.moved(now, moving.moveKeyOf(key), half, agents, zone);
  assert.equal(go("ArrowDown").start, at(tuesday, "09:30"));
  assert.equal(go("PageUp").start, at(tuesday, "08:00"));
  const right = go("ArrowRight");
  assert.equal(right.resource, "haddad");
  assert.equal(go("ArrowRight", right).resource, "haddad", "nobody beyond");
  assert.equal(moving.moveKeyOf("x"), null);
});

test("in a week, sideways keeps the time when clocks change", () => {
  const week = [{ key: "a", day: "2026-10-24" },
    { key: "b", day: "2026-10-25" }];
  const saturday = move({ start: at("2026-10-24", "09:00") });
  const sunday = moving.moved(saturday, "right", half, week, zone);
  assert.equal(sunday.start, at("2026-10-25", "09:00"));
  assert.equal(sunday.start - saturday.start, 25 * 3_600_000);
});

test("back at its place there is nothing to ask for", () => {
  assert.equal(moving.isElsewhere(move()), false);
  assert.equal(moving.isElsewhere(move({ resource: "roux" })), false);
  assert.equal(moving.isElsewhere(move({ resource: "haddad" })), true);
  assert.equal(moving.isElsewhere(move({ start: 0 })), true);
});

test("what is dropped snaps to the grid of its service", () => {
  const to = moving.dropped(move(), agents[1], 40, half, zone);
  assert.equal(to.start, at(tuesday, "09:30"));
  assert.equal(to.resource, "haddad");
  const other = moving.dropped(move(), { key: "b", day: "2026-12-02" }, -3,
    half, zone);
  assert.equal(other.start, at("2026-12-02", "09:00"));
});

test("a time on the clocks of a place is found, whatever they do", () => {
  assert.equal(at("2026-12-01", "09:00"), Date.UTC(2026, 11, 1, 8));
  assert.equal(at("2026-07-01", "09:00"), Date.UTC(2026, 6, 1, 7));
  assert.equal(at("2026-10-25", "04:00"), Date.UTC(2026, 9, 25, 3));
  assert.equal(at("2026-03-29", "01:30"), Date.UTC(2026, 2, 29, 0, 30));
  assert.equal(at("2026-12-01", ""), null);
  assert.equal(at("someday", "09:00"), null);
});
