// A supervisor calls a day's appointments off and watches what becomes of
// them; a visitor sees why, holds a voucher, and takes the place that returns.

import { randomUUID } from "node:crypto";
import { demo } from "./support/office.mjs";
import { enter, people, test } from "./support/staff.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";

const wide = { width: 1280, height: 800 };
const pageOf = `/campaigns/${demo.office}`;

async function put(office, setup) {
  await office.signIn(demo.administrator);
  await office.ask("PUT", "setup", setup);
}

/** Places for identity papers, once a day, that only a list may have. */
function withPlacesKept(setup, day, list) {
  const kept = {
    ...setup.booking.openings[0], id: `kept-${list}`,
    days: { first: day, every: "once" },
    hours: [{ from: 540, to: 555 }], public_places: 1, staff_places: 0,
    kept_for: list,
  };
  return {
    ...setup,
    booking: {
      ...setup.booking, openings: [...setup.booking.openings, kept],
    },
  };
}

/** The first days, two weeks ahead, on which there is something to book. */
async function daysToBook(office) {
  const day = (ahead) => new Date(Date.now() + ahead * 86_400_000)
    .toISOString().slice(0, 10);
  const { days } = await office.ask("GET",
    `booking/days?service=identite&from=${day(14)}&to=${day(35)}`);
  return days.filter(({ starts }) => starts > 0).map(({ day }) => day);
}

/** The link of an appointment at the first start of a day. */
async function book(server, office, day) {
  const { slots } = await office.ask("GET",
    `booking/slots?service=identite&day=${day}`);
  const held = await office.ask("POST", "holds",
    { service: "identite", start: slots[0].start, language: "fr" });
  const answer = await fetch(`${server.url}/api/v1/visit/confirm`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json", "Idempotency-Key": randomUUID(),
      Authorization: `Visit ${held.token}`,
    },
    body: JSON.stringify({
      person: { name: "Ada", email: `${randomUUID()}@example.org` },
    }),
  });
  expect(answer.status).toBe(201);
  return held.token;
}

async function choose(page, day) {
  await page.getByRole("button", { name: "Annuler des rendez-vous" }).click();
  await page.getByLabel("Du", { exact: true }).fill(day);
  await page.getByLabel("au", { exact: true }).fill(day);
}

for (const [name, viewport] of [["a phone", null], ["a wide screen", wide]])
  test(`calls off, offers and books anew, on ${name}`,
    async ({ page, context, server, office }) => {
      if (viewport) await page.setViewportSize(viewport);
      await office.signIn(demo.administrator);
      const setup = await office.ask("GET", "setup");
      const [day, another] = await daysToBook(office);
      const token = await book(server, office, day);
      const phone = await context.newPage();
      await phone.goto(`/ticket/#${token}`);
      await expect(phone.getByText("Rendez-vous confirmé").first())
        .toBeVisible();

      await enter(page, pageOf, people.supervisor);
      await expect(page.getByRole("button", { name: "Annuler des rendez-vous" }))
        .toBeVisible();
      await expectUsableByAll(page);
      await choose(page, day);
      await expectUsableByAll(page);
      await page.getByRole("button", { name: "Voir qui est concerné" })
        .press("Enter");
      await expect(page.getByText("1 rendez-vous est concerné").first())
        .toBeVisible();
      await expectUsableByAll(page);
      await page.getByRole("button", { name: "Annuler ces rendez-vous" })
        .click();
      await expect(page.getByText("Écrivez un motif.")).toBeVisible();
      await page.getByLabel("Motif").fill("Inondation");
      await page.keyboard.press("Enter");
      await expectUsableByAll(page);
      const answer = page.waitForResponse(/\/campaigns$/);
      await page.getByRole("dialog")
        .getByRole("button", { name: "Annuler ces rendez-vous" }).click();
      const { campaign } = await (await answer).json();
      await expect(page.getByText("Attend une place").first()).toBeVisible();
      await expectUsableByAll(page);

      await expect(phone.getByText("Votre rendez-vous est reporté").first())
        .toBeVisible();
      await expect(phone.getByText("Motif : Inondation")).toBeVisible();
      await expect(phone.locator(".voucher-code"))
        .toHaveText(/^\d+-[0-9A-F]{10}$/);
      await expectUsableByAll(phone);

      const now = await office.ask("GET", "setup");
      await put(office, withPlacesKept(now, another, campaign));
      await expect(phone.getByText("Une place pour vous")).toBeVisible();
      await expectUsableByAll(phone);
      await expect(page.getByText(/Place proposée/).first())
        .toBeVisible({ timeout: 10_000 });
      await phone.getByRole("button", { name: "Accepter" }).press("Enter");
      await expect(phone.getByText("Rendez-vous confirmé").first())
        .toBeVisible();
      await expect(page.getByText("Terminée"))
        .toBeVisible({ timeout: 10_000 });
      await expect(page.getByText(/Nouveau rendez-vous/).first())
        .toBeVisible();
      await put(office, setup);
    });

test("a visitor who waits for an earlier time says so, and stops",
  async ({ page, server, office }) => {
    const [, , , day] = await daysToBook(office);
    const token = await book(server, office, day);
    await page.goto(`/ticket/#${token}`);
    await page.getByRole("button", { name: "Venir plus tôt" }).click();
    await expect(page.getByText("Vous attendez une place plus tôt"))
      .toBeVisible();
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "Ne plus attendre" }).click();
    await expect(page.getByRole("button", { name: "Venir plus tôt" }))
      .toBeVisible();
  });

test("only supervisors come in", async ({ page }) => {
  await enter(page, pageOf, people.agent);
  await expect(page.getByText("Cette page est réservée aux responsables."))
    .toBeVisible();
});
