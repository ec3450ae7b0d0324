// What the desk page offers, in which order it shows people, and what keys
// mean. Everything here is pure: no page, no server.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const actions = await load("staff/actions.ts");
const keys = await load("staff/keys.ts");
const line = await load("staff/line.ts");
const requests = await load("staff/requests.ts");
const times = await load("staff/times.ts");

const noon = Date.UTC(2026, 7, 22, 12);

function visit(id, more = {}) {
  return {
    id,
    version: 3,
    number: `A${String(id).padStart(3, "0")}`,
    phase: "waiting",
    service: "passport",
    queue: "a",
    due: noon - 10 * 60000,
    joined: noon - 10 * 60000,
    since: noon - 10 * 60000,
    ...more,
  };
}

function desk(visits, more = {}) {
  return {
    office: { id: "hall", name: { fr: "Mairie" } },
    setup: {
      queues: {
        a: { name: { fr: "Titres", en: "Documents" }, prefix: "A" },
        b: { name: { fr: "État civil" }, prefix: "B" },
      },
      services: {
        passport: { name: { fr: "Passeport" }, queue: "a", minutes: 15 },
        birth: { name: { fr: "Naissance" }, queue: "b", minutes: 10 },
      },
      counters: {
        g1: { name: { fr: "Guichet 1" }, label: "1", serves: ["passport"] },
        g2: {
          name: { fr: "Guichet 2" },
          label: "2",
          serves: ["passport", "birth"],
        },
      },
      rules: { undo_seconds: 10, recall_limit: 3, recall_pause_seconds: 60 },
    },
    queues: {
      a: { open: true, wait: [5, 9] },
      b: { open: false },
    },
    counters: { g1: { agent: "amelie" }, g2: {} },
    visits: Object.fromEntries(visits.map((row) => [row.id, row])),
    ...more,
  };
}

const amelie = { agent: "amelie", role: "agent", counter: "g1", now: noon };
const steps = (offers) => offers.map((offer) => offer.step);

test("the big button follows the visit from call to finish", () => {
  const at = (phase) =>
    actions.primaryOf(
      desk([visit(1, { phase, counter: "g1" })], {
        counters: { g1: { agent: "amelie", visit: 1 } },
      }),
      amelie,
    );
  assert.equal(at("called").step, "start");
  assert.equal(at("serving").step, "finish");
  assert.equal(actions.primaryOf(desk([]), amelie).step, "call_next");
});

test("a step is on offer or not, whatever was so before", () => {
  const here = visit(1, { phase: "serving", counter: "g1" });
  const busy = { counters: { g1: { agent: "amelie", visit: 1 } } };
  const offer = (step) =>
    actions.offerOf(desk([here], busy), step, here, amelie);
  assert.deepEqual(offer("finish"), { step: "finish" });
  assert.deepEqual(offer("park"), { step: "park" });
  assert.equal(offer("start"), null);
  assert.equal(offer("call_next"), null);
});

test("on a break the big button ends it", () => {
  const resting = desk([], {
    counters: { g1: { agent: "amelie", on_break: true } },
  });
  assert.equal(actions.primaryOf(resting, amelie).step, "end_break");
});

test("who is signed in nowhere has no big button", () => {
  assert.equal(
    actions.primaryOf(desk([]), { ...amelie, counter: null }),
    null,
  );
});

test("a called visit offers what may happen before the service", () => {
  const called = visit(1, { phase: "called", counter: "g1", calls: 1 });
  assert.deepEqual(steps(actions.offersOf(desk([called]), called, amelie)), [
    "recall",
    "mark_absent",
    "park",
    "transfer",
    "change_service",
    "requeue",
    "cancel",
  ]);
});

test("a visit at another counter is left alone, but not by a supervisor", () => {
  const theirs = visit(1, { phase: "serving", counter: "g2", agent: "bruno" });
  const hall = desk([theirs]);
  assert.deepEqual(actions.offersOf(hall, theirs, amelie), []);
  const sophie = { ...amelie, agent: "sophie", role: "supervisor" };
  assert.ok(steps(actions.offersOf(hall, theirs, sophie)).includes("park"));
});

test("after a while anybody may free the visit of a lost desk", () => {
  const theirs = visit(1, { phase: "serving", counter: "g2", agent: "bruno" });
  const lost = (minutes) => desk([theirs], {
    counters: { g2: { online: false, since: noon - minutes * 60000 } },
  });
  assert.deepEqual(actions.offersOf(lost(4), theirs, amelie), []);
  assert.deepEqual(steps(actions.offersOf(lost(6), theirs, amelie)), [
    "requeue",
    "park",
    "transfer",
    "cancel",
  ]);
});

test("a closed visit offers nothing", () => {
  const served = visit(1, { phase: "served", counter: "g1" });
  assert.deepEqual(actions.offersOf(desk([served]), served, amelie), []);
});

test("a recall waits for the pause and says how long", () => {
  const called = visit(1, { calls: 1, last_call: noon - 12500 });
  assert.deepEqual(actions.recallOffer(desk([]), called, noon), {
    step: "recall",
    blocked: "recall_pause",
    seconds: 48,
  });
  assert.deepEqual(actions.recallOffer(desk([]), called, noon + 47500), {
    step: "recall",
  });
});

test("after the last recall only absent is left", () => {
  const called = visit(1, { calls: 4, last_call: noon - 900000 });
  assert.equal(
    actions.recallOffer(desk([]), called, noon).blocked,
    "recall_limit",
  );
});

test("nobody is called to a counter that is busy, resting or the wrong one", () => {
  const one = visit(1);
  const why = (hall, by = amelie, row = one) =>
    actions.offersOf(hall, row, by)[0].blocked;
  assert.equal(why(desk([one])), undefined);
  const busy = { counters: { g1: { agent: "amelie", visit: 9 } } };
  assert.equal(why(desk([one], busy)), "counter_is_busy");
  const resting = { counters: { g1: { agent: "amelie", on_break: true } } };
  assert.equal(why(desk([one], resting)), "on_break");
  const wanted = visit(1, { wanted: "g2" });
  assert.equal(
    why(desk([wanted]), amelie, wanted),
    "waits_for_another_counter",
  );
  const birth = visit(2, { service: "birth", queue: "b" });
  assert.equal(why(desk([birth]), amelie, birth), "not_served_here");
});

test("who parked a visit takes it back; others ask a supervisor", () => {
  const aside = visit(1, { phase: "parked", agent: "bruno" });
  assert.equal(
    actions.offersOf(desk([aside]), aside, amelie)[0].blocked,
    "parked_by_another",
  );
  const pooled = visit(1, { phase: "parked" });
  assert.equal(
    actions.offersOf(desk([pooled]), pooled, amelie)[0].blocked,
    undefined,
  );
});

test("undo is offered for the newest step until its time is over", () => {
  const older = visit(1, {
    phase: "served",
    counter: "g1",
    undo: { step: "visit_finished", until: noon + 2000 },
  });
  const newer = visit(2, {
    phase: "called",
    counter: "g1",
    undo: { step: "visit_called", until: noon + 9000 },
  });
  const hall = desk([older, newer]);
  assert.equal(actions.undoableOf(hall, new Map(), amelie).id, 2);
  const later = { ...amelie, now: noon + 9000 };
  assert.equal(actions.undoableOf(hall, new Map(), later), null);
});

test("undo of a transfer is found though the visit left the counter", () => {
  const gone = visit(1, {
    undo: { step: "visit_transferred", until: noon + 9000 },
  });
  const touched = new Map([[1, { ...gone, version: 2 }]]);
  assert.equal(actions.undoableOf(desk([gone]), new Map(), amelie), null);
  assert.equal(actions.undoableOf(desk([gone]), touched, amelie).version, 3);
});

test("the line keeps the order of calling and leaves queues apart", () => {
  const hall = desk([
    visit(1),
    visit(2),
    visit(3, { due: noon - 40 * 60000 }),
    visit(4, { due: noon - 90 * 60000, lane: 1 }),
    visit(5, { phase: "served" }),
  ]);
  const [first, second] = line.linesOf(hall, { text: "", mine: null }, String);
  assert.deepEqual(
    first.visits.map((row) => row.id),
    [3, 1, 2, 4],
  );
  assert.equal(second.open, false);
  assert.equal(second.all, 0);
});

test("a number is found without its zeros, a service without its accents", () => {
  const row = visit(12);
  const means = (text) => line.matcherOf(text, () => "Passeport")(row);
  for (const text of ["A012", "a12", "A 12", "12", "", "passéport"])
    assert.ok(means(text), text);
  for (const text of ["A021", "b12", "naissance"])
    assert.ok(!means(text), text);
});

test("the filter of my counter hides what it does not serve", () => {
  const hall = desk([visit(1), visit(2, { wanted: "g2" })]);
  const [only] = line.linesOf(hall, { text: "", mine: "g1" }, String);
  assert.deepEqual(
    only.visits.map((row) => row.id),
    [1],
  );
  assert.equal(only.all, 2);
  assert.equal(line.waitingFor(hall, "g1"), 1);
});

test("parked people stand by how long they have been so", () => {
  const hall = desk([
    visit(1, { phase: "parked", since: noon }),
    visit(2, { phase: "parked", since: noon - 5000 }),
    visit(3, { phase: "missed" }),
  ]);
  assert.deepEqual(
    line.asideOf(hall, "parked").map((row) => row.id),
    [2, 1],
  );
});

test("closing the last counter lists who would wait for nobody", () => {
  const hall = desk([visit(1), visit(2)]);
  assert.equal(line.leftWaiting(hall, "g1").length, 2);
  hall.counters.g2 = { agent: "bruno" };
  assert.equal(line.leftWaiting(hall, "g1").length, 0);
});

test("a counter is closed, offline, on break, busy or free", () => {
  assert.equal(line.moodOf(undefined), "closed");
  assert.equal(line.moodOf({ agent: "a", online: false }), "offline");
  assert.equal(line.moodOf({ agent: "a", on_break: true }), "break");
  assert.equal(line.moodOf({ agent: "a", visit: 4 }), "busy");
  assert.equal(line.moodOf({ agent: "a" }), "free");
});

test("times read as people say them and never run backward", () => {
  assert.equal(times.asMinutes(4), "4 min");
  assert.equal(times.asMinutes(65), "1 h 05");
  assert.equal(times.minutesSince(noon + 5000, noon), 0);
  assert.equal(times.minutesSince(noon - 119000, noon), 1);
  assert.equal(times.asClock(noon - 125000, noon), "2:05");
  assert.equal(times.asClock(noon - 3725000, noon), "1:02:05");
  assert.equal(times.secondsUntil(noon + 1, noon), 1);
  assert.equal(times.secondsUntil(noon - 1, noon), 0);
});

test("a key is a step, but not while somebody types", () => {
  assert.equal(keys.shortcutOf({ key: "n" }), "call_next");
  assert.equal(keys.shortcutOf({ key: "N" }), "call_next");
  assert.equal(keys.shortcutOf({ key: "?" }), "help");
  assert.equal(keys.shortcutOf({ key: "x" }), null);
  assert.equal(keys.shortcutOf({ key: "r", ctrlKey: true }), null);
  assert.equal(keys.shortcutOf({ key: "n", repeat: true }), null);
  const inside = (tagName, type) =>
    keys.shortcutOf({ key: "n", target: { tagName, type } });
  assert.equal(inside("INPUT", "text"), null);
  assert.equal(inside("TEXTAREA"), null);
  assert.equal(inside("SELECT"), null);
  assert.equal(inside("INPUT", "checkbox"), "call_next");
  assert.equal(inside("BUTTON"), "call_next");
});

test("every shortcut has its letter to show", () => {
  assert.equal(keys.keyOf("call_next"), "N");
  assert.equal(keys.keyOf("search"), "/");
  assert.equal(keys.keyOf("cancel"), null);
});

test("a step becomes the command of the same name with what it needs", () => {
  const row = visit(7);
  const about = { visit: { id: 7, version: 3 } };
  const asked = (step, which, more) =>
    requests.requestFor(step, which, amelie, more);
  assert.deepEqual(asked("call_next", null), {
    command: "call_next",
    fields: { counter: "g1" },
  });
  assert.deepEqual(asked("resume", row).fields, { ...about, counter: "g1" });
  assert.deepEqual(asked("finish", row, { outcome: "redirected" }), {
    command: "finish",
    fields: { ...about, outcome: "redirected" },
  });
  assert.deepEqual(
    asked("transfer", row, { service: "birth", counter: "", reason: "" }),
    { command: "transfer", fields: { ...about, service: "birth" } },
  );
});
