// Keys pressed while a step is under way: none is lost that still makes
// sense, and none acts twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "./load.mjs";

const { Turns } = await load("staff/turns.ts");

/** A counter where steps follow each other as they do at a desk. */
class Counter {
  turns = new Turns();
  done = [];
  next = { idle: "call", called: "start", serving: "finish" };
  after = { call: "called", start: "serving", finish: "idle" };
  phase = "idle";

  press(step) {
    this.turns.want(step, () => {
      if (this.next[this.phase] !== step || !this.turns.begin()) return;
      this.underWay = step;
    });
  }

  /** The answer comes, and the page shows it. */
  answer(went = true) {
    const step = this.underWay;
    this.underWay = null;
    if (went) {
      this.done.push(step);
      this.phase = this.after[step];
    }
    this.turns.end(went);
    this.turns.goOn();
  }
}

test("what nothing holds up is done at once", () => {
  const at = new Counter();
  at.press("call");
  assert.equal(at.underWay, "call");
});

test("a key pressed while a step is under way is heard when it has ended",
  () => {
    const at = new Counter();
    at.press("call");
    at.press("start");
    assert.equal(at.underWay, "call");
    at.answer();
    assert.equal(at.underWay, "start");
    at.answer();
    assert.deepEqual(at.done, ["call", "start"]);
  });

test("two may be pressed ahead, and come in that order", () => {
  const at = new Counter();
  for (const step of ["call", "start", "finish"]) at.press(step);
  for (let i = 0; i < 3; i++) at.answer();
  assert.deepEqual(at.done, ["call", "start", "finish"]);
  assert.equal(at.underWay, null);
});

test("of more than two the newest takes the place of the one before", () => {
  const at = new Counter();
  const acted = [];
  at.press("call");
  for (const name of ["a", "b", "c"])
    at.turns.want(name, () => acted.push(name));
  at.answer();
  assert.deepEqual(acted, ["a", "c"]);
});

test("what is being done already is not wanted a second time", () => {
  const at = new Counter();
  at.after.call = "idle"; // Nobody was waiting.
  at.press("call");
  at.press("call");
  at.press("call");
  at.answer();
  assert.deepEqual(at.done, ["call"]);
  assert.equal(at.underWay, null);
});

test("of the same wish twice in a row the newer stands", () => {
  const at = new Counter();
  const acted = [];
  at.press("call");
  at.turns.want("undo", () => acted.push("older"));
  at.turns.want("undo", () => acted.push("newer"));
  at.answer();
  assert.deepEqual(acted, ["newer"]);
});

test("what is not possible any more is passed over, the next is not", () => {
  const at = new Counter();
  at.press("call");
  at.press("finish");
  at.press("start");
  at.answer();
  assert.equal(at.underWay, "start");
});

test("after a refusal nothing is done that was pressed behind it", () => {
  const at = new Counter();
  at.press("call");
  at.answer();
  at.press("start");
  at.press("finish");
  at.answer(false);
  assert.equal(at.underWay, null);
  at.press("start");
  at.answer();
  assert.deepEqual(at.done, ["call", "start"]);
});

test("a question that opens makes forget what was pressed behind it", () => {
  const at = new Counter();
  at.press("call");
  at.turns.want("park", () => at.turns.forget());
  at.press("start");
  at.answer();
  assert.deepEqual(at.done, ["call"]);
  assert.equal(at.underWay, null);
});

test("who presses before the page shows the end stands behind", () => {
  const at = new Counter();
  const acted = [];
  at.press("call");
  at.turns.want("first", () => acted.push("first"));
  at.turns.end(true);
  at.turns.want("second", () => acted.push("second"));
  assert.deepEqual(acted, []);
  at.turns.goOn();
  assert.deepEqual(acted, ["first", "second"]);
});
