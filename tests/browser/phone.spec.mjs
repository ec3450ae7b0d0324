// The phone desk: an appointment for a caller by the keyboard alone, and all
// that callers ask for afterwards.

import { expect, expectUsableByAll } from "./support/test.mjs";
import { demo } from "./support/office.mjs";
import { enter, people, test } from "./support/staff.mjs";

test.use({ viewport: { width: 1440, height: 900 } });

const main = (page) => page.locator(".phone-main");

async function open(page, name = people.reception) {
  await enter(page, `/phone/${demo.office}`, name);
  await expect(page.locator(".start").first()).toBeVisible();
}

/** What the office answers to a command, noted so that it goes away. */
async function heard(page, shift, command, act) {
  const answer = page.waitForResponse(new RegExp(`commands/${command}$`));
  await act();
  const said = await (await answer).json();
  if (said.visit) shift.tickets.push({ visit: said.visit.id });
  return said;
}

/** From the service to the confirmation, without a mouse. */
async function bookByKeys(page, shift, { digit = "1", name, phone = "" }) {
  await page.keyboard.press("n");
  await expect(page.locator('[name="service"]:checked')).toBeFocused();
  await page.keyboard.press(digit);
  await expect(page.locator(".starts-days .start").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator(".start").first()).toBeFocused();
  await heard(page, shift, "hold_slot", () => page.keyboard.press("Enter"));
  await expect(main(page).getByLabel("Nom et prénom")).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press("Tab");
  await page.keyboard.type(phone);
  const made = await heard(page, shift, "confirm_booking",
    () => page.keyboard.press("Enter"));
  await expect(page.locator(".made-title")).toHaveText("Rendez-vous pris");
  return made.visit;
}

test("an appointment for a caller takes the keyboard alone",
  async ({ page, shift }) => {
    await open(page);
    await expectUsableByAll(page);
    const visit = await bookByKeys(page, shift,
      { name: "Ginette Vasseur", phone: "06 12 34 56 78" });
    expect(visit.phase).toBe("booked");
    expect(visit.channel).toBe("call");
    await expect(page.locator(".phone-made .code svg").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Appel suivant" }))
      .toBeFocused();
    await expectUsableByAll(page);
  });

test("while somebody types the time is kept, and the page says so",
  async ({ page, shift }) => {
    await open(page);
    await heard(page, shift, "hold_slot",
      () => page.locator(".start").first().click());
    await expect(main(page)).toContainText("Gardé jusqu’à");
    await expectUsableByAll(page);
    await page.keyboard.press("Enter");
    await expect(main(page)).toContainText("Écrivez le nom");
    await page.getByRole("button", { name: "Changer d’horaire" }).click();
    await expect(page.locator(".when")).toBeVisible();
  });

test("who called before is found, moved and cancelled",
  async ({ page, shift }) => {
    await open(page);
    await bookByKeys(page, shift,
      { name: "Émile Garnier", phone: "06 22 33 44 55" });
    await page.keyboard.press("/");
    await page.keyboard.type("garnier emile");
    await page.keyboard.press("Enter");
    const found = page.locator(".finder .call");
    await expect(found).toContainText("Émile Garnier");
    await expectUsableByAll(page);
    await found.getByRole("button", { name: /^Déplacer/ }).click();
    const dialog = page.locator("dialog[open]");
    await expect(dialog.locator(".start").nth(1)).toBeVisible();
    await expectUsableByAll(page);
    await dialog.locator(".start").nth(1).click();
    await expect(page.locator(".foot")).toContainText("est déplacé");
    await found.getByRole("button", { name: /^Annuler/ }).click();
    await dialog.getByRole("button", { name: "À la demande" }).click();
    await dialog.locator('[type="submit"]').click();
    await expect(page.locator(".foot")).toContainText("est annulé");
  });

test("beyond the places goes who may, with a reason",
  async ({ page, shift }) => {
    await open(page);
    const slot = page.locator(".start").first();
    const start = Number(await slot.getAttribute("data-start"));
    const time = new Intl.DateTimeFormat("fr", {
      hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris",
    }).format(start + 60_000);
    await page.locator(".strip-day:not(.strip-none)").first().click();
    await page.locator(".beyond summary").first().click();
    await page.locator('.beyond [type="time"]').fill(time);
    await page.getByRole("button", { name: "Urgence" }).click();
    await page.getByRole("button", { name: "Prendre cet horaire" }).click();
    await expect(main(page)).toContainText("En surnombre");
    await main(page).getByLabel("Nom et prénom").fill("Lucie Faure");
    const made = await heard(page, shift, "book",
      () => page.keyboard.press("Enter"));
    expect(made.visit.reason).toBe("Urgence");
  });

test("an agent books, but neither searches nor overbooks",
  async ({ page, shift }) => {
    await open(page, people.agent);
    await expect(page.locator(".finder")).toHaveCount(0);
    await expect(page.getByText("Horaire en surnombre")).toHaveCount(0);
    await bookByKeys(page, shift, { name: "Paul Noir" });
  });

test("who is to be called back stands on the list until reached",
  async ({ page }) => {
    await open(page);
    await page.locator(".beyond summary", { hasText: "À rappeler" }).click();
    const form = page.locator(".beyond[open]");
    await form.getByLabel("Nom et prénom").fill("Hélène Blanc");
    await form.locator('[type="submit"]').click();
    await expect(form).toContainText("Il faut un téléphone");
    await form.getByLabel("Téléphone").fill("01 23 45 67 89");
    await form.locator('[type="submit"]').click();
    const call = page.locator(".calls .call", { hasText: "Hélène Blanc" });
    await expect(call).toBeVisible();
    await call.getByRole("button", { name: /^Pas de réponse/ }).click();
    await expect(call).toContainText("1 essai");
    await expectUsableByAll(page);
    await call.getByRole("button", { name: /^Joint/ }).click();
    await expect(call).toHaveCount(0);
  });

test("the summary prints alone and is noted as to be sent",
  async ({ page, shift }) => {
    await open(page);
    await bookByKeys(page, shift, { name: "Ginette Vasseur" });
    await page.getByRole("button", { name: "Courrier" }).click();
    await expect(page.locator(".phone-send")).toContainText("C’est noté");
    await page.emulateMedia({ media: "print" });
    const sheet = page.locator(".summary-sheet");
    await expect(sheet).toContainText("Votre rendez-vous");
    await expect(sheet.locator(".code svg")).toBeVisible();
    await expect(page.locator(".phone-side")).toBeHidden();
    await expect(page.locator(".head")).toBeHidden();
  });

test("all of it fits on a small phone, dark", async ({ page, shift }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ colorScheme: "dark" });
  await open(page);
  await expectUsableByAll(page);
  await heard(page, shift, "hold_slot",
    () => page.locator(".start").first().click());
  await expect(main(page).getByLabel("Nom et prénom")).toBeVisible();
  await expectUsableByAll(page);
});
