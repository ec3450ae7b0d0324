// What a caller is asked, and what is kept of it when the service changes.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["fr"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const draft = await load("phone/draft.ts");
const staff = await load("staff/booking.ts");

const service = (id, more = {}) => ({
  id, sites: ["town"], places: ["counter"], least_persons: 1, most_persons: 1,
  minutes: [15], ...more,
});
const booking = { services: [
  service("papers", { most_persons: 3, sites: ["town", "annex"],
    places: ["counter", "phone"] }),
  service("permits", { places: ["phone", "video"] }),
] };

test("another service keeps what it offers too", () => {
  const first = { ...draft.draftFor(booking.services[0]), persons: 3,
    site: "annex", place: "phone", person: { name: "Ada" } };
  const next = draft.changedTo(booking, first, "permits");
  assert.deepEqual(next, { service: "permits", site: "town", place: "phone",
    persons: 1, person: { name: "Ada" } });
  assert.equal(draft.changedTo(booking, first, "nothing"), first);
});

test("a digit chooses, but not while somebody types", () => {
  const press = (key, target = {}, more = {}) => draft.pickedBy(
    { key, target: { tagName: "DIV", ...target }, ...more }, ["a", "b"]);
  assert.equal(press("2"), "b");
  assert.equal(press("3"), null);
  assert.equal(press("1", { tagName: "INPUT", type: "text" }), null);
  assert.equal(press("1", { tagName: "INPUT", type: "radio" }), "a");
  assert.equal(press("1", {}, { ctrlKey: true }), null);
});

test("of a person only what is said is sent", () => {
  assert.deepEqual(staff.personIn({ name: " Ada ", phone: "", note: " " }),
    { person: { name: "Ada" } });
  assert.deepEqual(staff.personIn({ name: "", phone: " " }), {});
});

test("only a start beyond the places says so", () => {
  assert.deepEqual(staff.fieldsOf({ start: 5 }), { start: 5 });
  assert.deepEqual(
    staff.fieldsOf({ start: 5, beyond: { reason: "R", overGauge: true } }),
    { start: 5, overbook: true, over_gauge: true, reason: "R" });
});

test("agents do not overfill the day, those who plan it do", () => {
  assert.equal(staff.mayOverbook("agent"), false);
  assert.equal(staff.mayOverbook("reception"), true);
});
