// Playwright's `test` with the program running, an office to act in, and the
// check that a page can be used by everybody.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test as base } from "@playwright/test";
import { Office } from "./office.mjs";
import { Server } from "./server.mjs";

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export { expect };

export const test = base.extend({
  server: [async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  }, { scope: "worker" }],
  baseURL: async ({ server }, use) => use(server.url),
  office: async ({ server }, use) => {
    const office = new Office(server);
    await use(office);
    await office.tidyUp();
  },
});

/** No barrier that axe knows of, and nothing to scroll sideways for. */
export async function expectUsableByAll(page) {
  // A page has begun when it has a heading.
  await page.locator("h1").first().waitFor({ state: "attached" });
  // Text that is still fading in has no contrast yet.
  await page.evaluate(() => Promise.allSettled(
    document.getAnimations()
      .filter((one) => one.effect.getTiming().iterations !== Infinity)
      .map((one) => one.finished)));
  await page.evaluate(axe);
  const barriers = await page.evaluate(async () => {
    const found = await window.axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
        "best-practice"],
    });
    return found.violations.map(({ id, nodes }) =>
      `${id}: ${nodes.map((node) => node.target).join(", ")}`);
  });
  expect(barriers).toEqual([]);
  const beyond = await page.evaluate(() =>
    document.documentElement.scrollWidth - innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
}
