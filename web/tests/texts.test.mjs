// The messages page: whose words stand where, and which of them are kept.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["fr"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const {
  clockOf, isOwn, minutesOf, withUsualWords, withWords, wordsFor,
} = await load("texts/texts.ts");
const { isLandline } = await load("shared/phone.ts");

const usual = { sms: "usual text", subject: "usual subject", mail: "usual" };
const booked = { about: "booked", usual: { fr: usual, en: usual } };
const forAll = { about: "booked", service: "", language: "fr" };
const forPapers = { ...forAll, service: "papers" };

test("without words of its own an office says the usual ones", () => {
  assert.deepEqual(wordsFor({}, booked, forAll), usual);
  assert.equal(isOwn({}, forAll), false);
});

test("words for one service stand on those for all", () => {
  let messages = withWords({}, booked, forAll, "sms", "ours");
  assert.equal(wordsFor(messages, booked, forPapers).sms, "ours");
  messages = withWords(messages, booked, forPapers, "sms", "for papers");
  assert.equal(wordsFor(messages, booked, forPapers).sms, "for papers");
  assert.equal(wordsFor(messages, booked, forAll).sms, "ours");
  messages = withUsualWords(messages, forPapers);
  assert.equal(wordsFor(messages, booked, forPapers).sms, "ours");
});

test("what says the same as without is not kept", () => {
  let messages = withWords({ on: true }, booked, forAll, "sms", "ours");
  messages = withWords(messages, booked, forAll, "subject", "ours too");
  messages = withWords(messages, booked, forAll, "sms", usual.sms);
  assert.equal(messages.texts.length, 1);
  assert.equal(messages.texts[0].sms, "");
  messages = withWords(messages, booked, forAll, "subject", usual.subject);
  assert.deepEqual(messages, { on: true, texts: [] });
});

test("clock times are minutes after midnight", () => {
  assert.equal(clockOf(485), "08:05");
  assert.equal(minutesOf("21:00"), 1260);
  assert.equal(minutesOf(clockOf(0)), 0);
});

test("a landline of France is known by its digits", () => {
  for (const number of ["0123456789", "+33123456789", "0912345678"])
    assert.equal(isLandline(number), true, number);
  for (const number of ["0612345678", "+33712345678", "0690123456", "", "+4915"])
    assert.equal(isLandline(number), false, number);
});
