// The shared parts that need no screen.

import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { mergePatch } = await load("shared/merge_patch.ts");
const { backoff } = await load("shared/backoff.ts");
const { phoneOf } = await load("shared/phone.ts");

test("a patch changes, adds and removes, and leaves the rest alone", () => {
  const visits = { 1: { phase: "waiting" }, 2: { phase: "called" } };
  const before = { visits, queues: { a: { line: [1, 2] } } };
  const after = mergePatch(before, {
    visits: { 1: { phase: "called" }, 2: null, 3: { phase: "waiting" } },
    queues: { a: { line: [3] } },
  });
  assert.deepEqual(after, {
    visits: { 1: { phase: "called" }, 3: { phase: "waiting" } },
    queues: { a: { line: [3] } },
  });
  assert.deepEqual(before.visits, { 1: { phase: "waiting" },
    2: { phase: "called" } });
});

test("a patch that is no object replaces the whole", () => {
  assert.deepEqual(mergePatch({ a: 1 }, [2]), [2]);
  assert.deepEqual(mergePatch([1], { a: { b: null } }), { a: {} });
});

test("tries come further apart, but never further than 20 seconds", () => {
  assert.equal(backoff(1, () => 1), 500);
  assert.equal(backoff(4, () => 1), 4000);
  assert.equal(backoff(50, () => 1), 20_000);
  assert.equal(backoff(50, () => 0), 10_000);
});

test("a phone number may be typed with spaces, dots and dashes", () => {
  assert.equal(phoneOf(" 06 12.34-56 78 "), "0612345678");
  assert.equal(phoneOf("0033 6 12 34 56 78"), "+33612345678");
  assert.equal(phoneOf("  "), "");
  assert.equal(phoneOf("06 12"), null);
  assert.equal(phoneOf("call me"), null);
});
