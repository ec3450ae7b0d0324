// What a survey lacks before it is sent, and how its results are put.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["en"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const { missingIn } = await load("survey/survey.ts");
const results = await load("results/results.ts");

test("only what is required and has no answer is missing", () => {
  const asked = {
    questions: [
      { id: "a", required: true }, { id: "b", required: true },
      { id: "c", required: false },
    ],
  };
  assert.deepEqual(missingIn(asked, { a: "3" }), ["b"]);
  assert.deepEqual(missingIn(asked, { a: "3", b: "  " }), ["b"]);
  assert.deepEqual(missingIn(asked, { a: "3", b: "1" }), []);
});

test("parts stand in the order of what they measure", () => {
  const groups = ["30-", "0-5", "15-30", "5-15"]
    .map((group) => ({ by: "waited", group }));
  groups.push({ by: "gauge", group: "0-50" });
  assert.deepEqual(
    results.inOrder(groups, "waited").map(({ group }) => group),
    ["0-5", "5-15", "15-30", "30-"]);
});

test("a share of nothing is nothing", () => {
  assert.equal(results.percentOf(0, 0), 0);
  assert.equal(results.percentOf(5, 6), 83);
});

test("the last thirty days end today", () => {
  assert.deepEqual(results.lastDays(Date.UTC(2026, 10, 28, 12)),
    { from: "2026-10-29", to: "2026-11-28" });
});
