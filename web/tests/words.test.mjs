// Words are said in the person's language, with its plurals and its spaces.

import assert from "node:assert/strict";
import test from "node:test";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["de", "fr-FR", "en"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
const { load } = await import("./load.mjs");
const { learn, language, pick, sayIn, speak, t } =
  await load("shared/i18n.ts");
const { waitInWords } = await load("shared/wait.ts");

learn({
  fr: {
    "ahead": { one: "{count} personne", other: "{count} personnes" },
    "really": "Quitter la file ?",
  },
  en: {
    "ahead": { one: "{count} person", other: "{count} people" },
    "really": "Leave the queue?",
  },
});

test("the first language of the browser that we speak is chosen", () => {
  assert.equal(language(), "fr");
});

test("French says nobody in the singular, English in the plural", () => {
  assert.equal(sayIn("fr", "ahead", { count: 0 }), "0 personne");
  assert.equal(sayIn("en", "ahead", { count: 0 }), "0 people");
  assert.equal(sayIn("fr", "ahead", { count: 2 }), "2 personnes");
});

test("a French question mark stays with its word", () => {
  assert.equal(t("really"), "Quitter la file\u00a0?");
});

test("names fall back to a language there is", () => {
  assert.equal(pick({ fr: "Passeports" }), "Passeports");
  assert.equal(pick(null), "");
});

test("a wait nobody knows is not zero", () => {
  assert.equal(waitInWords(null), "wait.unknown");
});

test("another language is one press away", () => {
  speak("en");
  assert.equal(t("ahead", { count: 1 }), "1 person");
});
