// The reception: a ticket in few keys, people found again, and the poster.

import { expect, expectUsableByAll } from "./support/test.mjs";
import { demo } from "./support/office.mjs";
import { enter, people, test } from "./support/staff.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

const made = (page) => page.locator(".made");

async function open(page, name = people.reception) {
  await enter(page, `/reception/${demo.office}`, name);
  await expect(page.locator(".ticket-form")).toBeVisible();
}

/** A ticket by keyboard, noted so that it goes away with the test. */
async function create(page, shift) {
  const answer = page.waitForResponse(/commands\/take_ticket$/);
  await page.locator('[name="service"]:checked').focus();
  await page.keyboard.press("Enter");
  const { visit } = await (await answer).json();
  shift.tickets.push({ visit: visit.id });
  await expect(made(page)).toContainText(visit.number);
  return visit;
}

test("a ticket takes a digit and Enter, and shows its code",
  async ({ page, shift }) => {
    await open(page);
    await expectUsableByAll(page);
    await page.locator('[name="service"]').first().focus();
    await page.keyboard.press("1");
    await create(page, shift);
    await expect(made(page).locator(".code svg").first()).toBeVisible();
    await expect(made(page).getByRole("button", { name: "Imprimer" }))
      .toBeFocused();
    await expectUsableByAll(page);
    await page.keyboard.press("n");
    await expect(page.locator('[name="service"]:checked')).toBeFocused();
  });

test("the link of the ticket leads to the visitor's page",
  async ({ page, context, shift }) => {
    await open(page);
    const { number } = await create(page, shift);
    const link = await made(page).getByRole("link").getAttribute("href");
    const phone = await context.newPage();
    await phone.goto(link);
    await expect(phone.locator("body")).toContainText(number);
  });

test("the slip prints alone, and again on request",
  async ({ page, shift }) => {
    await open(page);
    const { number } = await create(page, shift);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".slip-number")).toHaveText(number);
    await expect(page.locator(".slip .code svg")).toBeVisible();
    await expect(page.locator(".line")).toBeHidden();
    await expect(page.locator(".head")).toBeHidden();
    await page.emulateMedia({ media: "screen" });
    await page.keyboard.press("n");
    await page.getByRole("button", { name: `Réimprimer ${number}` }).click();
    await expect(made(page)).toContainText(number);
  });

test("somebody is found by name, and given priority",
  async ({ page, shift }) => {
    const { number } = await shift.ticket({ name: "Ginette Vasseur" });
    await open(page);
    await page.keyboard.press("/");
    await page.keyboard.type("vasseur");
    await page.keyboard.press("Enter");
    const found = page.locator(".found .row", { hasText: number });
    await expect(found).toContainText("Ginette Vasseur");
    await expectUsableByAll(page);
    await found.getByRole("button").click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator('[data-step="set_priority"]').click();
    await dialog.getByLabel("Prioritaire").check();
    await dialog.locator('[type="submit"]').click();
    await expect(dialog).toBeHidden();
    await expect(page.locator(".line .queue .row", { hasText: number }))
      .toHaveCount(0); // The search still narrows the line,
    await page.locator("#line-search").fill(number);
    await expect(page.locator(".queue .row", { hasText: number }))
      .toContainText("Prioritaire");
  });

test("a record is read, changed and kept", async ({ page, shift }) => {
  const { number } = await shift.ticket({ name: "Ginette Vasseur" });
  await open(page);
  await page.locator("#line-search").fill(number);
  await page.locator(".queue .row", { hasText: number })
    .getByRole("button").first().click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator("summary").filter({ hasNotText: "Messages" }).click();
  await expect(dialog.getByLabel("Nom")).toHaveValue("Ginette Vasseur");
  await expectUsableByAll(page);
  await dialog.getByLabel("Note").fill("Vient avec sa fille");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByRole("button", { name: "Enregistrer" }))
    .toBeDisabled();
});

test("an agent may make tickets but not search by name",
  async ({ page, shift }) => {
    await open(page, people.agent);
    await expect(page.getByRole("search").getByRole("button")).toHaveCount(0);
    await create(page, shift);
  });

test("a supervisor closes a line and opens it again",
  async ({ page, shift }) => {
    await open(page, people.supervisor);
    const queue = page.locator(`[data-queue="${shift.service.queue}"]`);
    await queue.getByRole("button", { name: /^Fermer la file/ }).click();
    await expect(queue).toContainText("Fermée");
    await queue.getByRole("button", { name: /^Ouvrir la file/ }).click();
    await expect(queue).not.toContainText("Fermée");
  });

test("the poster is one page with a code", async ({ page }) => {
  await page.goto(`/poster/${demo.office}`);
  const code = page.locator(".poster-code");
  await expect(code).toBeVisible();
  expect(await code.evaluate((drawing) => drawing.complete
    && drawing.naturalWidth > 0)).toBe(true);
  await expect(page.locator(".poster")).toContainText("Scan to take");
  await expectUsableByAll(page);
  const sheets = (await page.pdf({ preferCSSPageSize: true }))
    .toString("latin1").match(/\/Type\s*\/Page[^s]/g);
  expect(sheets).toHaveLength(1);
});

test("all of it fits on a small phone", async ({ page, shift }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page);
  await expectUsableByAll(page);
  await create(page, shift);
  await expectUsableByAll(page);
  await page.goto(`/poster/${demo.office}`);
  await expect(page.locator(".poster")).toBeVisible();
  await expectUsableByAll(page);
});
