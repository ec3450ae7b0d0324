// Whatever the server refuses, people are told what to do next.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";

const root = new URL("../../", import.meta.url);
const textOf = (path) => readFile(new URL(path, root), "utf8");

/** The names in `enum class refusal` of a header. */
async function refusalsIn(path) {
  const body = (await textOf(path)).match(/enum class refusal \{(.*?)\};/s)[1];
  return [...body.replace(/\/\/.*/g, "").matchAll(/\w+/g)].map(([name]) => name);
}

for (const language of ["fr", "en"])
  for (const header of ["actors/office/refusals.hpp",
    "actors/access/refusals.hpp"])
    test(`every refusal in ${header} has a text in ${language}`, async () => {
      const texts = JSON.parse(await textOf(`web/messages/${language}.json`));
      const names = await refusalsIn(header);
      assert.ok(names.length > 10);
      const silent = names.filter((name) => !texts[`refusal.${name}`]);
      assert.deepEqual(silent, []);
    });
