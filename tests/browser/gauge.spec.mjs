// A full house and the door: who waits outside, who is called in, and who
// arrives for an appointment, on a phone and on wide screens.

import { randomUUID } from "node:crypto";
import { expect, expectUsableByAll } from "./support/test.mjs";
import { demo } from "./support/office.mjs";
import { enter, pass, people, test as base } from "./support/staff.mjs";

const narrow = { width: 320, height: 700 };
const wide = { width: 1440, height: 900 };
const service = "identite";

/** Two may be inside, appointments at any hour, and the door has a code. */
function guarded(setup) {
  const changed = structuredClone(setup);
  const { booking } = changed;
  booking.sites[0].gauge = 2;
  const opening = booking.openings.find(({ id }) => id === service);
  opening.days = { first: "2026-01-01", every: "daily" };
  opening.hours = [{ from: 0, to: 1440 }];
  opening.public_places = 9;
  booking.sites[0].holidays = {};
  const rule = booking.services.find(({ id }) => id === service);
  rule.code_at_door = true;
  rule.notice = 0;
  rule.arrival_before = 180;
  return changed;
}

const test = base.extend({
  house: async ({ office }, use) => {
    await office.signIn(demo.administrator);
    const setup = await office.ask("GET", "setup");
    await office.ask("PUT", "setup", guarded(setup));
    await use(office);
    await office.tidyUp();
    await office.command("set-inside", { site: "mairie", persons: 0 });
    await office.ask("PUT", "setup", setup);
  },
});

/** A page of somebody else, on a screen of its own. */
async function another(browser, server, viewport) {
  const context = await browser.newContext({
    baseURL: server.url, viewport, locale: "fr-FR",
    timezoneId: "Europe/Paris",
  });
  return context.newPage();
}

/** The next appointment there is: {token, visit, local}. */
async function bookSoon(office, server, name) {
  const { now } = await office.ask("GET", "booking");
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" })
    .format(now);
  const { slots: [slot] } = await office.ask("GET",
    `booking/slots?service=${service}&day=${day}`);
  const post = async (path, body, token) => {
    const answer = await fetch(`${server.url}/api/v1/${path}`, {
      method: "POST", body: JSON.stringify(body),
      headers: {
        "Content-Type": "application/json", "Idempotency-Key": randomUUID(),
        ...(token && { Authorization: `Visit ${token}` }),
      },
    });
    expect(answer.ok).toBe(true);
    return answer.json();
  };
  const held = await post(`offices/${demo.office}/holds`,
    { service, start: slot.start, persons: 1, language: "fr" });
  await post("visit/confirm", { person: { name } }, held.token);
  office.tickets.push({ visit: held.visit });
  return { token: held.token, visit: held.visit, local: slot.local,
    late: Math.ceil((slot.start - now) / 1000) + 240 };
}

test("who waits outside is told so, and called in when somebody leaves",
  async ({ page, browser, server, house, shift }) => {
    await page.setViewportSize(wide);
    await shift.sitDown(page, people.supervisor);
    const ticket = await shift.ticket();
    const phone = await another(browser, server, narrow);
    await phone.goto(`/ticket/#${ticket.token}`);
    const gauge = page.locator("[data-site=mairie]");
    await gauge.getByRole("button", { name: /de plus/ }).click();
    await expect(gauge.locator(".gauge-now")).toContainText("1 / 2");
    await gauge.getByRole("button", { name: /de plus/ }).press("Enter");
    await expect(gauge.locator(".gauge-now")).toContainText("2 / 2");
    await expect(phone.getByText("Attendez dehors.")).toBeVisible();
    await expect(phone.locator(".gauge-count")).toHaveText("2 / 2");
    await expect(page.locator("#primary")).toHaveAttribute(
      "aria-disabled", "true");
    await expect(page.locator("#primary-why")).toContainText("complet");
    await expectUsableByAll(phone);
    await expectUsableByAll(page);
    await phone.screenshot({ path: "tests/browser/results/outside.png" });
    await page.screenshot({ path: "tests/browser/results/full.png" });
    await gauge.getByRole("button", { name: /de moins/ }).click();
    await expect(phone.getByText("Attendez dehors.")).toBeHidden();
    await expect(page.locator("#primary")).toBeEnabled();
    await page.keyboard.press("n");
    await expect(phone.getByText(ticket.number).first()).toBeVisible();
    await expect(page.locator(".visit-number")).toBeVisible();
    await expect(gauge.locator(".gauge-now")).toContainText("2 / 2");
    await phone.context().close();
  });

test("a supervisor puts the number right and goes beyond it, on a phone",
  async ({ page, house, shift }) => {
    await page.setViewportSize(narrow);
    await shift.sitDown(page, people.supervisor);
    await shift.ticket();
    await page.getByRole("button", { name: "Corriger" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Personnes comptées").fill("5");
    await page.keyboard.press("Enter");
    await expect(page.locator(".gauge-now")).toContainText("5 / 2");
    await page.getByRole("button", { name: "Corriger" }).click();
    await expectUsableByAll(page);
    await page.screenshot({ path: "tests/browser/results/correct.png" });
    await dialog.getByLabel(/malgré tout/).fill("Poussette sous la pluie");
    await page.keyboard.press("Enter");
    await expect(page.locator(".visit-number")).toBeVisible();
    await expect(page.locator(".gauge-now")).toContainText("6 / 2");
    await page.getByRole("button", { name: "Corriger" }).click();
    await dialog.getByLabel(/Au plus/).fill("8");
    await page.keyboard.press("Enter");
    await expect(page.locator(".gauge-now")).toContainText("6 / 8");
    await house.command("set-gauge", { site: "mairie" });
  });

test("arrives with the code that the screen at the door shows",
  async ({ page, browser, server, house }) => {
    const { token } = await bookSoon(house, server, "Ada Martin");
    const door = await another(browser, server, wide);
    await door.goto(`/board/${demo.office}#door`);
    const pairing = await door.locator(".pairing-code").textContent();
    await house.signIn(demo.administrator);
    await house.ask("POST", "pairings",
      { code: pairing, kind: "board", name: "Porte" });
    const shown = door.locator(".door .door-code");
    await expect(shown).toBeVisible({ timeout: 10_000 });
    await expectUsableByAll(door);
    await door.screenshot({ path: "tests/browser/results/door.png" });
    await page.setViewportSize(narrow);
    await page.goto(`/ticket/#${token}`);
    const field = page.getByLabel(/Code affiché/);
    await page.getByRole("button", { name: "Je suis là" }).click();
    await expect(page.getByText("Tapez les six chiffres.")).toBeVisible();
    await expectUsableByAll(page);
    await page.screenshot({ path: "tests/browser/results/code.png" });
    const code = (await shown.textContent()).replace(/\D/g, "");
    // What the QR code of the door leads to.
    await page.goto(`/arrive/${demo.office}#${code}`);
    await expect(page).toHaveURL(/\/ticket\/#/);
    await expect(field).toHaveValue(code);
    await page.getByRole("button", { name: "Je suis là" }).click();
    await expect(page.getByText("Votre numéro")).toBeVisible();
    await door.context().close();
  });

test("the reception lets in by one key, and gives up who does not come",
  async ({ page, server, house, shift }) => {
    await page.setViewportSize(wide);
    const ada = await bookSoon(house, server, "Ada Lovelace");
    const bob = await bookSoon(house, server, "Bob Absent");
    await enter(page, `/reception/${demo.office}`, people.reception);
    const expected = page.getByRole("region", { name: /attendus/ });
    await expect(expected.locator(`[data-row="${ada.visit}"]`)).toBeVisible();
    await page.keyboard.press("/");
    await page.keyboard.type("lovelace");
    await page.keyboard.press("Enter");
    await expect(page.locator(".found [data-step=arrive]")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByText(/est arrivé\./).first()).toBeVisible();
    await pass(server, shift, bob.late);
    const late = expected.locator(`[data-row="${bob.visit}"]`);
    await expect(late).toContainText("min de retard");
    await expectUsableByAll(page);
    await page.screenshot({ path: "tests/browser/results/expected.png" });
    await late.getByRole("button", { name: /^Absent/ }).click();
    await expect(late).toBeHidden();
    await page.getByRole("button", { name: /Revenir en arrière/ }).click();
    await expect(late).toBeVisible();
  });
