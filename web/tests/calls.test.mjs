// The hall screen announces each call once, and each recall again.

import assert from "node:assert/strict";
import test from "node:test";
import { load } from "./load.mjs";

const { newCalls, spoken } = await load("board/calls.ts");

const call = (number, more = {}) =>
  ({ number, counter: "3", at: 1000, times: 1, ...more });

test("new calls are announced in the order they were made", () => {
  const before = [call("A001")];
  const after = [call("A003"), call("B002"), call("A001")];
  const numbers = newCalls(before, after).map(({ number }) => number);
  assert.deepEqual(numbers, ["B002", "A003"]);
});

test("what was shown before stays quiet", () => {
  assert.deepEqual(newCalls([call("A001")], [call("A001")]), []);
});

test("a recall is news", () => {
  const again = call("A001", { times: 2, at: 2000 });
  assert.deepEqual(newCalls([call("A001")], [again]), [again]);
});

test("a call at another counter is news", () => {
  const moved = call("A001", { counter: "4" });
  assert.deepEqual(newCalls([call("A001")], [moved]), [moved]);
});

test("numbers are spoken without their leading zeros", () => {
  assert.equal(spoken("A012"), "A 12");
  assert.equal(spoken("7"), "7");
  assert.equal(spoken("AB-100"), "AB 100");
});
