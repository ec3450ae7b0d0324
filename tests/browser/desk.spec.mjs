// An agent's day at the counter, mostly by keyboard.

import { expect, expectUsableByAll } from "./support/test.mjs";
import { demo } from "./support/office.mjs";
import { enter, pass, people, test } from "./support/staff.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

const primary = (page) => page.locator("#primary");
const number = (page) => page.locator(".visit-number");
const dialog = (page) => page.locator("dialog[open]");

/** Calls whoever is next; returns the number. */
async function callNext(page, shift) {
  const answer = page.waitForResponse(/commands\/call_next$/);
  await page.keyboard.press("n");
  const { visit } = await (await answer).json();
  shift.tickets.push({ visit: visit.id });
  await expect(primary(page)).toHaveAttribute("data-step", "start");
  await expect(number(page)).toHaveText(visit.number);
  return visit.number;
}

/** Calls the person of a new ticket by hand; returns the number. */
async function callOne(page, shift) {
  const { number: wanted } = await shift.ticket();
  await page.keyboard.press("/");
  await page.keyboard.type(wanted);
  await page.locator(".line .row", { hasText: wanted })
    .locator('[data-step="call_visit"]').click();
  await expect(number(page)).toHaveText(wanted);
  await page.locator("#line-search").fill("");
  await primary(page).focus();
  return wanted;
}

test("a wrong password is told, the right one leads back", async ({ page }) => {
  await page.goto(`/desk/${demo.office}`);
  await page.getByLabel("Nom d’utilisateur").fill(people.agent);
  await page.getByLabel("Mot de passe", { exact: true }).fill("wrong-password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: /\S/ }))
    .toBeVisible();
  await expectUsableByAll(page);
  await enter(page, `/desk/${demo.office}`, people.agent);
});

test("somebody is called, served and finished by keyboard alone",
  async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    await expectUsableByAll(page);
    const called = await callNext(page, shift);
    await expectUsableByAll(page);
    await page.keyboard.press("s");
    await expect(primary(page)).toHaveAttribute("data-step", "finish");
    await expect(number(page)).toHaveText(called);
    await page.getByLabel("Pièces manquantes").check();
    await expectUsableByAll(page);
    await page.keyboard.press("f");
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
    await expect(page.locator(".foot")).toContainText(called);
    await expect(page.locator("body")).not.toBeFocused();
  });

test("keys pressed faster than the office answers are all heard",
  async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    const answer = page.waitForResponse(/commands\/call_next$/);
    for (const key of "nsf") await page.keyboard.press(key);
    const { visit } = await (await answer).json();
    await expect(page.locator(".foot"))
      .toContainText(`La visite de ${visit.number} est terminée`);
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
  });

test("a button held down by Enter is pressed once",
  async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    await primary(page).focus();
    const asked = [];
    page.on("request", (request) => {
      const command = /commands\/(.+)$/.exec(request.url())?.[1];
      if (command) asked.push(command);
    });
    const answer = page.waitForResponse(/commands\/call_next$/);
    await page.keyboard.down("Enter");
    const { visit } = await (await answer).json();
    shift.tickets.push({ visit: visit.id });
    await expect(primary(page)).toHaveAttribute("data-step", "start");
    for (let i = 0; i < 5; i++) await page.keyboard.down("Enter");
    await page.keyboard.up("Enter");
    await page.keyboard.press("r"); // Too early, and heard after all others.
    await expect(page.locator(".toast-bad")).toBeVisible();
    expect(asked).toEqual(["call_next"]);
  });

test("a misclick is taken back within its time", async ({ page, shift }) => {
  await shift.ticket();
  await shift.sitDown(page);
  const called = await callNext(page, shift);
  await expect(page.locator(".toast-time")).toBeVisible();
  await page.keyboard.press("u");
  await expect(primary(page)).toHaveAttribute("data-step", "call_next");
  expect(await callNext(page, shift)).toBe(called);
});

test("a recall waits for its pause, and so says the button",
  async ({ page, server, shift }) => {
    await shift.sitDown(page);
    await callOne(page, shift);
    const recall = page.locator('.present [data-step="recall"]');
    await expect(recall).toHaveAttribute("aria-disabled", "true");
    await expect(recall).toContainText(/dans \d+ s/);
    await pass(server, shift, 61);
    await expect(recall).not.toHaveAttribute("aria-disabled");
    await page.keyboard.press("r");
    await expect(page.locator(".foot")).toContainText("rappelé");
    await expect(recall).toHaveAttribute("aria-disabled", "true");
  });

test("who does not come is absent, and may still be called",
  async ({ page, shift }) => {
    await shift.sitDown(page);
    const called = await callOne(page, shift);
    await page.keyboard.press("a");
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
    const absent = page.locator(".aside", { hasText: "Absents" });
    const row = absent.locator(".row", { hasText: called });
    await row.locator('[data-step="call_visit"]').click();
    await expect(number(page)).toHaveText(called);
  });

test("a visit is set aside for a reason, and taken up again",
  async ({ page, shift }) => {
    await shift.sitDown(page);
    const called = await callOne(page, shift);
    await page.keyboard.press("p");
    await expectUsableByAll(page);
    await dialog(page).locator('[type="submit"]').click();
    await expect(dialog(page)).toContainText("Indiquez un motif");
    await dialog(page).getByRole("button", { name: "Photocopies" }).click();
    await dialog(page).locator('[type="submit"]').click();
    await expect(dialog(page)).toBeHidden();
    const aside = page.locator(".aside", { hasText: "Mis de côté" });
    const row = aside.locator(".row", { hasText: called });
    await expect(row).toContainText("Photocopies");
    await row.locator('[data-step="resume"]').click();
    await expect(primary(page)).toHaveAttribute("data-step", "finish");
  });

test("a transfer into a closed line asks for the reason",
  async ({ page, office, shift }) => {
    const elsewhere = (await office.services())
      .find(({ queue }) => queue !== shift.service.queue);
    test.skip(!elsewhere, "the office has a single queue");
    await office.signIn(people.supervisor);
    await office.command("close-queue", { queue: elsewhere.queue });
    await shift.sitDown(page);
    await callOne(page, shift);
    await page.keyboard.press("t");
    await dialog(page).getByLabel("Démarche").selectOption(elsewhere.id);
    await expect(dialog(page)).toContainText("fermée");
    await expectUsableByAll(page);
    await dialog(page).getByLabel("Motif").fill("Attendue par la collègue");
    await dialog(page).locator('[type="submit"]').click();
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
    await office.command("open-queue", { queue: elsewhere.queue });
  });

test("two pages at one counter: the later one is shown how it is",
  async ({ page, context, shift }) => {
    await shift.sitDown(page);
    await callOne(page, shift);
    const other = await context.newPage();
    await other.goto(`/desk/${demo.office}`);
    await expect(primary(other)).toHaveAttribute("data-step", "start");
    await other.keyboard.press("s");
    await expect(primary(page)).toHaveAttribute("data-step", "finish");
  });

test("without a network nothing can be asked, and the page says why",
  async ({ page, context, shift }) => {
    await shift.sitDown(page);
    await context.setOffline(true);
    await expect(page.locator(".live-lost")).toBeVisible();
    await page.keyboard.press("n");
    await expect(page.locator(".toast-bad")).toContainText("Hors ligne");
    await expectUsableByAll(page);
    await context.setOffline(false);
    await expect(page.locator(".live-lost")).toBeHidden({ timeout: 15_000 });
  });

test("nobody leaves quietly while people wait for this counter alone",
  async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    await page.getByRole("button", { name: "Quitter le guichet" }).click();
    await expect(dialog(page)).toContainText("aucun autre guichet");
    await expectUsableByAll(page);
    await dialog(page).getByLabel("Motif").fill("Fermeture de midi");
    await dialog(page).locator('[type="submit"]').click();
    await expect(page.locator(".counter-button").first()).toBeVisible();
    await expect(page.locator("body")).not.toBeFocused();
  });

test("shortcuts rest while somebody types, and can be turned off",
  async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    await page.keyboard.press("/");
    await page.keyboard.type("n");
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
    await page.locator("h1").click();
    await page.keyboard.press("?");
    await expectUsableByAll(page);
    await dialog(page).getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await page.keyboard.press("n");
    await expect(primary(page)).toHaveAttribute("data-step", "call_next");
    await page.evaluate(() => localStorage.clear());
  });

test.describe("on a small phone, in the dark", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("everything is in reach", async ({ page, shift }) => {
    await shift.ticket();
    await shift.sitDown(page);
    await callNext(page, shift);
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "English" }).click();
    await expect(primary(page)).toContainText("Start");
    await expectUsableByAll(page);
  });
});
