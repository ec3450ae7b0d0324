// What a kiosk says to who shows the link of an appointment.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["fr"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const kiosk = await load("kiosk/arrival.ts");

const zone = "Europe/Paris";
const nine = Date.parse("2026-12-01T09:00:00+01:00");
const minute = 60_000;
const secret = "0123456789abcdef".repeat(2);

function visit(more = {}, agreed = {}) {
  return {
    phase: "booked", number: "", ...more,
    appointment: {
      start: nine, end: nine + 15 * minute, zone, site: "mairie",
      place: "counter", arrive_from: nine - 60 * minute,
      in_time_until: nine + 10 * minute, ...agreed,
    },
  };
}

const at = (minutes, more, agreed, site = "") =>
  kiosk.lookAt(visit(more, agreed), site, nine + minutes * minute);

test("a link is found at the end of what a reader types", () => {
  const { linkIn } = kiosk;
  const link = { office: "mairie", token: `mairie.${secret}` };
  assert.deepEqual(linkIn(`https://x.fr/ticket/#mairie.${secret}\n`), link);
  assert.deepEqual(linkIn(` mairie.${secret}`), link);
  assert.equal(linkIn(`mairie.${secret.slice(1)}`), null);
  assert.equal(linkIn("A012"), null);
});

test("one is expected from an hour before until the day is over", () => {
  assert.equal(at(-61).is, "early");
  assert.equal(at(-61).from, nine - 60 * minute);
  assert.equal(at(-60).is, "expected");
  assert.equal(at(300).is, "expected");
  assert.equal(at(20, { phase: "no_show" }).is, "expected");
});

test("another day is another matter than another hour", () => {
  assert.equal(at(-24 * 60).is, "other_day");
  assert.equal(at(24 * 60).is, "over");
});

test("who is here already, or never confirmed, is told so", () => {
  for (const phase of ["waiting", "called", "serving", "parked", "missed"])
    assert.equal(at(0, { phase, number: "A1" }).is, "already");
  assert.equal(at(0, { phase: "held" }).is, "unconfirmed");
  for (const phase of ["cancelled", "left", "expired", "served", "postponed"])
    assert.equal(at(0, { phase }).is, "over");
});

test("an appointment may be at another place than this one", () => {
  const site_name = { fr: "Annexe" };
  assert.deepEqual(at(0, {}, { site: "annexe", site_name }, "mairie"),
    { is: "elsewhere", where: site_name });
  assert.equal(at(0, {}, { site: "annexe" }).is, "expected");
  assert.equal(at(0, {}, { place: "video" }).is, "remote");
});

test("how late one is follows the rule of the service", () => {
  const late = (minutes, priority = "appointment") =>
    kiosk.howLate(visit(), priority, nine + minutes * minute);
  assert.equal(late(10), "on_time");
  assert.equal(late(11), "late");
  assert.equal(late(31, "standard"), "too_late");
});
