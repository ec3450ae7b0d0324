// A visitor makes an appointment, on a phone and on a wide screen: every step,
// the way back, a time that somebody else has taken, moving and cancelling.

import { readFile } from "node:fs/promises";
import {
  book, chooseDay, papers, sayWho, takeAll,
} from "./support/booking.mjs";
import { expect, expectUsableByAll, test } from "./support/test.mjs";

const wide = { width: 1280, height: 800 };

for (const [name, viewport] of [["a phone", null], ["a wide screen", wide]])
  test(`books step by step on ${name}, each usable by all`,
    async ({ page }) => {
      if (viewport) await page.setViewportSize(viewport);
      await page.goto("/book/mairie");
      await expect(page.getByRole("heading", { level: 1 }))
        .toHaveText(/Pour quelle démarche/);
      await expectUsableByAll(page);
      await page.getByRole("button", { name: papers }).click();
      await expectUsableByAll(page);
      await page.getByRole("button", { name: "Voir les jours" }).click();
      await page.getByRole("button", { name: "Mois suivant" }).first().click();
      await expect(page.locator("button.day").first()).toBeVisible();
      await expectUsableByAll(page);
      await page.locator("button.day").first().click();
      await expect(page.locator(".time").first()).toBeVisible();
      await expectUsableByAll(page);
      await page.locator(".time").first().click();
      await expect(page.getByText(/gardé pour vous jusqu’à/)).toBeVisible();
      await expectUsableByAll(page);
      await sayWho(page);
      await page.getByRole("button", { name: "Confirmer" }).click();
      await expect(page).toHaveURL(/\/ticket\/#.+/);
      await expect(page.getByText("Rendez-vous confirmé").first())
        .toBeVisible();
      await expect(page.getByRole("heading", { name: "À apporter" }))
        .toBeVisible();
      await expectUsableByAll(page);
    });

test("goes back step by step, and nothing that was typed is lost",
  async ({ page }) => {
    await chooseDay(page, 2);
    await page.locator(".time").first().click();
    await page.getByLabel("Nom et prénom").fill("Ada");
    await page.goBack();
    await expect(page.getByRole("heading", { level: 1 }))
      .toHaveText(/À quelle heure/);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.goForward();
    await expect(page.getByLabel("Nom et prénom")).toHaveValue("Ada");
    for (const question of [/À quelle heure/, /Quel jour/, /Combien de/,
      /Pour quelle/]) {
      await page.goBack();
      await expect(page.getByRole("heading", { level: 1 }))
        .toHaveText(question);
    }
  });

test("books with the keyboard alone", async ({ page }) => {
  await page.goto("/book/mairie");
  await page.getByRole("button", { name: papers }).press("Enter");
  await page.getByRole("button", { name: "Voir les jours" }).press("Enter");
  await page.getByRole("button", { name: "Mois suivant" }).first()
    .press("Enter");
  const days = page.locator("button.day");
  await days.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(days.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await page.locator(".time").first().press("Enter");
  await page.getByLabel("Nom et prénom").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Écrivez votre nom.")).toBeVisible();
  await expect(page.getByLabel("Nom et prénom")).toBeFocused();
  await sayWho(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/ticket\/#.+/);
});

test("is offered near times when somebody was quicker",
  async ({ page, server }) => {
    await chooseDay(page);
    await page.route("**/holds", async (route) => {
      await takeAll(server, route.request().postData());
      await route.continue();
    }, { times: 1 });
    await page.locator(".time").nth(3).click();
    await expect(page.getByText(/vient d’être pris/)).toBeVisible();
    await expect(page.locator(".near-times button")).toHaveCount(3);
    await expectUsableByAll(page);
    await page.locator(".near-times button").first().click();
    await expect(page.getByLabel("Nom et prénom")).toBeVisible();
  });

test("keeps what was typed when the time is lost meanwhile",
  async ({ page, server }) => {
    await chooseDay(page);
    const held = page.waitForRequest("**/holds");
    await page.locator(".time").nth(5).click();
    const wish = (await held).postData();
    await sayWho(page);
    await fetch(`${server.url}/api/v1/test-clock`, {
      method: "PUT", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ advance: 16 * 60_000 }),
    });
    await takeAll(server, wish);
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page.getByText(/n’est plus libre/)).toBeVisible();
    await expectUsableByAll(page);
    await page.locator(".near-times button").first().click();
    await expect(page.getByText(/gardé pour vous jusqu’à/)).toBeVisible();
    await expect(page.getByLabel("Nom et prénom")).toHaveValue("Ada Martin");
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page).toHaveURL(/\/ticket\/#.+/);
  });

test("keeps what was typed when the network is away, and goes on after",
  async ({ page, context }) => {
    await chooseDay(page);
    await context.setOffline(true);
    await page.goBack();
    await expect(page.getByText(/Pas de réseau/)).toBeVisible(
      { timeout: 15_000 });
    await context.setOffline(false);
    await expect(page.locator("button.day").first()).toBeVisible();
  });

test("saves, moves and cancels an appointment", async ({ page }) => {
  await book(page);
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Ajouter à mon agenda" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("rendez-vous.ics");
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain("DTSTART;TZID=Europe/Paris:");

  const before = await page.locator(".slip-time").textContent();
  await page.getByRole("link", { name: "Déplacer" }).click();
  await page.getByRole("button", { name: "Mois suivant" }).first().click();
  await page.locator("button.day").nth(2).click();
  await page.locator(".time").last().click();
  await expectUsableByAll(page);
  await page.getByRole("button", { name: "Déplacer le rendez-vous" }).click();
  await expect(page).toHaveURL(/\/ticket\/#.+/);
  await expect(page.locator(".slip-time")).not.toHaveText(before);

  await page.goto("/");
  await expect(page.getByText(/Rendez-vous\s: /)).toBeVisible();
  await page.getByText("Revoir mon rendez-vous").click();
  await page.getByRole("button", { name: "Annuler" }).click();
  await expectUsableByAll(page);
  await page.getByRole("button", { name: /Oui, annuler/ }).click();
  await expect(page.getByText("Rendez-vous annulé")).toBeVisible();
});

test.describe("from another zone", () => {
  test.use({ timezoneId: "America/Martinique" });

  test("sees times of the place, and is told so", async ({ page }) => {
    await chooseDay(page);
    await expect(page.locator(".time").first()).toHaveText(/^(09|1\d):/);
    await expect(page.getByText(/Les heures sont celles du lieu/))
      .toBeVisible();
  });
});

test.describe("on the smallest screen", () => {
  test.use({ viewport: { width: 320, height: 568 } });

  test("has room for a month", async ({ page }) => {
    await chooseDay(page);
    await expectUsableByAll(page);
    await page.goBack();
    await expect(page.locator("button.day").first()).toBeVisible();
    await expectUsableByAll(page);
  });
});
