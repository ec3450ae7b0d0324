// The booking page: what a month looks like, which steps there are, what a
// person must type, and what all of it weighs.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { bundlePages } from "../build/bundle.mjs";
import { compress } from "../build/compress.mjs";
import { writeHtml } from "../build/html.mjs";
import { readMessages } from "../build/messages.mjs";

globalThis.location = { search: "" };
Object.defineProperty(globalThis, "navigator", {
  value: { languages: ["fr"] }, configurable: true,
});
globalThis.document = { documentElement: {} };
globalThis.history = { state: null };
const { load } = await import("./load.mjs");
const months = await load("book/month.ts");
const { wrongIn, personOf, noAnswers } = await load("book/answers.ts");
const { withGone } = await load("book/shown_slots.ts");
const { wrongAnswers } = await load("shared/form.ts");
const steps = await load("book/steps.ts");
const zoned = await load("shared/zoned.ts");

const mostBytes = 60 * 1024;

test("weeks begin on Monday and have the days of one month", () => {
  const weeks = months.weeksOf("2026-11"); // The first is a Sunday.
  assert.equal(weeks.length, 6);
  assert.deepEqual(weeks[0],
    [null, null, null, null, null, null, "2026-11-01"]);
  assert.equal(weeks.flat().filter(Boolean).length, 30);
  assert.equal(weeks[5][0], "2026-11-30");
});

test("a month that begins on Monday has no empty week", () => {
  assert.equal(months.weeksOf("2026-06")[0][0], "2026-06-01");
});

test("months and days go on over the year, and over summer time", () => {
  assert.equal(months.monthsLater("2026-12", 1), "2027-01");
  assert.equal(months.monthsLater("2026-01", -1), "2025-12");
  assert.equal(months.daysLater("2026-03-28", 2), "2026-03-30");
  assert.equal(months.lastDay("2028-02"), "2028-02-29");
});

test("a person needs a name and one way to be reached", () => {
  assert.deepEqual(Object.keys(wrongIn(noAnswers)), ["name", "phone"]);
  const named = { ...noAnswers, name: "Ada" };
  assert.deepEqual(wrongIn({ ...named, email: "ada@example.org" }), {});
  assert.deepEqual(wrongIn({ ...named, phone: "06 12 34 56 78" }), {});
  assert.equal(wrongIn({ ...named, phone: "06 12" }).phone,
    "book.phone_wrong");
  assert.equal(wrongIn({ ...named, email: "ada" }).email, "book.email_wrong");
});

test("what is typed is sent without what only eyes need", () => {
  assert.deepEqual(
    personOf({
      ...noAnswers, name: " Ada ", phone: "06.12.34.56.78",
      answers: { file: " 12 ", empty: " ", stranger: "of another service" },
    }, [{ id: "file" }, { id: "empty" }]),
    {
      name: "Ada", phone: "0612345678", email: "", note: "",
      answers: { file: "12" }, applications: [],
    });
});

function wrongIn1(kind, text, more = {}) {
  const field = { id: "x", kind, ...more };
  return wrongAnswers([field], { x: text }).x ?? "";
}

test("a form is looked through as the server does", () => {
  assert.equal(wrongIn1("text", " ", { required: true }),
    "answer.is_missing");
  assert.equal(wrongIn1("tick", "", { required: true }),
    "answer.is_missing_tick");
  assert.equal(wrongIn1(undefined, " ", { required: true }),
    "answer.is_missing");
  assert.equal(wrongIn1("text", ""), "");
  assert.equal(wrongIn1("text", "é".repeat(6), { most: 10 }),
    "answer.is_too_long");
  assert.equal(wrongIn1("number", "3.5"), "answer.is_malformed_number");
  assert.equal(wrongIn1("number", "0", { least: 1 }),
    "answer.is_out_of_range");
  assert.equal(wrongIn1("number", "7", { least: 1, most: 7 }), "");
  assert.equal(wrongIn1("date", "2026"), "answer.is_malformed_date");
});

test("numbers of applications are read as people write them", () => {
  const typed = {
    ...noAnswers, name: "Ada", email: "ada@example.org",
    applications: "A123456789, b123456789 ",
  };
  assert.deepEqual(wrongIn(typed), {});
  assert.deepEqual(personOf(typed, []).applications, ["A123456789", "b123456789"]);
  assert.equal(wrongIn({ ...typed, applications: "A1234" }).applications,
    "book.applications_wrong");
});

const simple = {
  id: "plan", sites: ["hall"], places: ["counter"],
  least_persons: 1, most_persons: 1,
};
const rich = {
  id: "papers", sites: ["hall", "annexe"], places: ["counter", "phone"],
  least_persons: 1, most_persons: 3,
};
const booking = {
  services: [simple, rich], sites: [{ id: "hall" }, { id: "annexe" }],
};

test("nothing is asked of which there is no choice", () => {
  assert.deepEqual(steps.stepsOf(booking, simple),
    ["service", "day", "time", "details"]);
  const chosen = steps.completed(booking, { service: "plan" });
  assert.deepEqual(chosen,
    { service: "plan", site: "hall", place: "counter", persons: 1 });
  assert.equal(steps.stepFor(chosen), "day");
});

test("everything else is asked in turn", () => {
  const chosen = { service: "papers" };
  const asked = [];
  const answers = {
    site: "annexe", place: "phone", persons: 2, day: "2026-12-01",
  };
  for (;;) {
    const step = steps.stepFor(steps.completed(booking, chosen));
    asked.push(step);
    if (!(step in answers)) break;
    chosen[step] = answers[step];
  }
  assert.deepEqual(asked, ["site", "place", "persons", "day", "time"]);
});

test("going back to a step keeps what was chosen before it, not after", () => {
  const chosen = {
    service: "papers", site: "hall", place: "counter", persons: 2,
    day: "2026-12-01", hold: { start: 1 },
  };
  assert.deepEqual(steps.before("persons", chosen),
    { service: "papers", site: "hall", place: "counter" });
});

test("a service that is gone is not chosen any more", () => {
  const kept = { service: "gone", day: "2026-12-01" };
  assert.equal(steps.stepFor(steps.completed(booking, kept)), "service");
});

test("a link from another site chooses what there is, and nothing else", () => {
  const here = {
    ...booking, sites: booking.sites.map((one) => ({ ...one, zone: "UTC" })),
  };
  const start = Date.parse("2026-12-01T09:00:00Z");
  assert.deepEqual(
    steps.linked(here,
      `?service=papers&site=annexe&persons=2&start=${start}`),
    { service: "papers", site: "annexe", persons: 2, day: "2026-12-01" });
  assert.deepEqual(
    steps.linked(here, "?service=papers&site=moon&persons=9&start=x"),
    { service: "papers" });
  assert.deepEqual(steps.linked(here, "?service=gone&site=hall"), {});
  assert.deepEqual(steps.linked(here, ""), {});
});

test("times are those of the place, and its zone is named abroad", () => {
  const at = Date.parse("2026-12-01T05:00:00Z");
  assert.equal(zoned.timeThere(at, "Indian/Reunion"), "09:00");
  assert.equal(zoned.dayThere(Date.parse("2026-12-01T22:00:00Z"),
    "Indian/Reunion"), "2026-12-02");
  assert.equal(zoned.foreignZone(at, "Indian/Reunion"),
    "heure de La Réunion");
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  assert.equal(zoned.foreignZone(at, here), "");
});

test("the page with all it loads weighs less than 60 KB", async () => {
  const web = fileURLToPath(new URL("..", import.meta.url));
  const site = await mkdtemp(join(tmpdir(), "suivant-weight-"));
  try {
    const messages = await readMessages(join(web, "messages"));
    const { pages } = await bundlePages({ web, site, messages });
    await writeHtml({ site, pages, messages });
    await compress(site);
    const { files } = pages.find(({ name }) => name === "book");
    const sizes = await Promise.all(files.map(async (file) => {
      const packed = file.endsWith(".woff2") ? file : `${file}.br`;
      return (await readFile(join(site, packed))).length;
    }));
    const sum = sizes.reduce((all, one) => all + one, 0);
    assert.ok(files.length > 4 && sum > 20_000, "nothing was measured");
    assert.ok(sum < mostBytes, `${sum} bytes`);
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});

test("a time that others took stays in its place", () => {
  const at = (start) => ({ start, left: 1, waiting: 0 });
  const first = withGone([], [at(1), at(2), at(3)]);
  const then = withGone(first, [at(1), at(3)]);
  assert.deepEqual(then.map(({ start, gone }) => [start, gone ?? false]),
    [[1, false], [2, true], [3, false]]);
  const again = withGone(then, [at(1), at(2), at(3)]);
  assert.ok(again.every(({ gone }) => !gone));
});
