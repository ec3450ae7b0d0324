// The screen in the hall.

import { expect, expectUsableByAll, test } from "./support/test.mjs";
import { demo } from "./support/office.mjs";

test.use({ viewport: { width: 1920, height: 1080 } });

/** A screen that nobody knows is connected by its code. */
async function connect(page, office) {
  await page.goto("/board/mairie");
  const code = await page.locator(".pairing-code").textContent();
  await expectUsableByAll(page);
  await office.signIn(demo.administrator);
  await office.ask("POST", "pairings", { code, kind: "board", name: "Hall" });
  await expect(page.locator(".calls")).toBeVisible({ timeout: 10_000 });
}

test("starts once staff know its code, and shows calls as they are made",
  async ({ page, office }) => {
    await connect(page, office);
    const [service] = await office.services();
    const { label } = await office.sitDownFor(service.id);
    const ticket = await office.takeTicket(service.id, { name: "Zoé Secret" });
    const called = await office.callUntil(ticket.number);
    const newest = page.locator(".call").first();
    await expect(newest).toHaveClass(/call-fresh/);
    await expect(newest.locator(".call-number")).toContainText(ticket.number);
    await expect(newest.locator(".call-counter")).toContainText(label);
    await expect(page.locator("body")).not.toContainText("Zoé");
    await expectUsableByAll(page);
    await office.command("mark-absent", { visit: { id: called.id } });
  });

test("says when its calls are no longer up to date",
  async ({ page, office, context }) => {
    await connect(page, office);
    await context.setOffline(true);
    await expect(page.getByText(/ne sont plus à jour/)).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(/ne sont plus à jour/)).toBeHidden(
      { timeout: 10_000 });
  });

test("fits on a phone too", async ({ page, office }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await connect(page, office);
  await expectUsableByAll(page);
});
