// What happens on the booking page while somebody looks at it, and what a
// service asks in its own form.

import { chooseDay, sayWho, takeAll } from "./support/booking.mjs";
import { expect, expectUsableByAll, test } from "./support/test.mjs";

/** To the form of a service that asks for an address. */
async function chooseWorks(page) {
  await page.goto("/book/mairie");
  await page.getByRole("button", { name: /Urbanisme/ }).click();
  await page.getByRole("button", { name: "Mois suivant" }).first().click();
  await page.locator("button.day").nth(2).click();
  await page.locator(".time").first().click();
  await expect(page.getByLabel("Adresse des travaux")).toBeVisible();
}

test("greys out a time that somebody else takes, and gives it back",
  async ({ page, server }) => {
    const asked = page.waitForRequest("**/booking/slots?*");
    await chooseDay(page);
    const wish = Object.fromEntries(new URL((await asked).url()).searchParams);
    const slots = await (await fetch((await asked).url())).json();
    const start = slots.slots[4].start;
    const time = page.locator(".time").nth(4);
    await expect(time).toBeEnabled();
    await takeAll(server, JSON.stringify({
      service: wish.service, site: wish.site, place: wish.place,
      persons: Number(wish.persons), start, language: "fr",
    }));
    await expect(time).toHaveText(/pris/);
    await expect(time).toHaveAttribute("aria-disabled", "true");
    await expectUsableByAll(page);
    await time.click({ force: true });
    await expect(page.getByRole("heading", { level: 1 }))
      .toHaveText(/À quelle heure/);
    await fetch(`${server.url}/api/v1/test-clock`, {
      method: "PUT", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ advance: 16 * 60_000 }),
    });
    await expect(time).not.toHaveText(/pris/);
  });

test("asks what the service needs to know, and says what is missing",
  async ({ page }) => {
    await chooseWorks(page);
    await sayWho(page);
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page.getByText("Cette réponse manque.")).toBeVisible();
    await expect(page.getByLabel("Adresse des travaux")).toBeFocused();
    await expectUsableByAll(page);
    await page.getByLabel("Adresse des travaux").fill("12 rue Haute");
    await page.getByLabel(/Numéro de dossier/).fill("PC 26 01");
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page).toHaveURL(/\/ticket\/#.+/);
  });
