// What people are told: an office changes its words and sees what comes of
// them; a visitor says what they want by text, and proves a mail address by
// the code that a real mail server took; staff see what became of it.

import { demo } from "./support/office.mjs";
import { withMail } from "./support/mail.mjs";
import { enter, people, test as staffs } from "./support/staff.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";
import { chooseDay } from "./support/booking.mjs";

const test = staffs.extend(withMail);
const path = `/texts/${demo.office}`;

test.describe.configure({ timeout: 60_000 });

/** The set-up as it was, whatever a test made of it. */
test.beforeEach(async ({ office }) => {
  await office.signIn(demo.administrator);
  office.before = await office.ask("GET", "setup");
});
test.afterEach(async ({ office }) => {
  await office.signIn(demo.administrator);
  await office.ask("PUT", "setup", office.before);
});

for (const [width, scheme] of [[320, "light"], [1280, "dark"]])
  test(`an office puts its words in its own, at ${width} pixels`,
    async ({ page, office }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      await enter(page, path, demo.administrator);
      await expect(page.locator(".bubble")).not.toBeEmpty();
      await expectUsableByAll(page);

      const sms = page.getByLabel("SMS", { exact: true });
      const usual = await sms.inputValue();
      await sms.fill("Bonjour ☺ {{start}}. {{link}} ");
      await expect(page.getByText("UCS-2")).toBeVisible();
      await expect(page.getByText(/raccourcissent.*☺/)).toBeVisible();
      await expect(page.getByText("{{phone}} doit y figurer")).toBeVisible();
      await expectUsableByAll(page);
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.locator(".texts-wrong")).toContainText("{{phone}}");

      await sms.fill("Bonjour, {{start}}. {{link}} ");
      await page.getByRole("button", { name: "Téléphone", exact: true })
        .click();
      await page.getByRole("button", { name: "Accueil", exact: true }).click();
      await expect(sms).toHaveValue(/\{\{phone\}\}\{\{office\}\}$/);
      await expect(page.locator(".bubble")).toContainText("01 23 45 67 89");
      await expect(page.getByText("GSM-7")).toBeVisible();
      await page.getByRole("button", { name: "Enregistrer" }).click();
      await expect(page.getByText(/^Enregistré/)).toBeVisible();
      const { messages } = await office.ask("GET", "setup");
      expect(messages.texts[0].sms).toMatch(/^Bonjour, /);

      await page.getByRole("button", { name: "Revenir aux mots habituels" })
        .click();
      await expect(sms).toHaveValue(usual);
      await page.getByRole("button", { name: "Ajouter un rappel" }).click();
      await expect(page.getByRole("group", { name: "Rappel 3" }))
        .toBeVisible();
      await expectUsableByAll(page);
    });

test("nobody saves over what somebody else has changed meanwhile",
  async ({ page, office }) => {
    await enter(page, path, demo.administrator);
    await page.getByLabel("Téléphone de l’accueil").fill("01 99 99 99 99");
    const other = structuredClone(office.before);
    other.rules = { ...other.rules, undo_seconds: 61 };
    await office.ask("PUT", "setup", other);
    await page.getByRole("button", { name: "Enregistrer" }).click();
    await expect(page.locator(".texts-foot .notice-bad")).toBeVisible();
  });

test("who waits says when a text is to come, or that none is",
  async ({ page, office, shift }) => {
    const { token } = await shift.ticket({ phone: "06 12 34 56 78" });
    await page.goto(`/ticket/#${token}`);
    const wish = page.getByLabel("Me prévenir quand mon tour approche");
    await wish.selectOption("3");
    await expect(wish).toHaveValue("3");
    await expectUsableByAll(page);
    await page.reload();
    await expect(wish).toHaveValue("3");
    await page.getByRole("button", { name: "Ne plus recevoir de SMS" }).click();
    await expect(page.getByText(/ne recevez plus de SMS/)).toBeVisible();
    await expect(wish).toBeHidden();
    await page.getByRole("button", { name: "Recevoir à nouveau des SMS" })
      .click();
    await expect(wish).toBeVisible();
    await expectUsableByAll(page);
    expect(office.tickets.length).toBe(1);
  });

test("who sees the call gets no text about it, and staff see why",
  async ({ page, office, shift }) => {
    await office.sitDownFor(shift.service.id);
    const { token, number, visit } = await shift.ticket(
      { phone: "06 12 34 56 78" });
    await page.goto(`/ticket/#${token}`);
    await expect(page.getByText(number).first()).toBeVisible();
    const told = page.waitForResponse(/\/visit\/seen$/);
    await office.callUntil(number);
    expect((await told).status()).toBe(200);
    await office.signIn(demo.administrator);
    const { messages } = await office.ask("GET", `visits/${visit}/messages`);
    const turn = messages.find(({ about }) => about === "turn");
    expect(turn).toMatchObject({ state: "dropped", why: "seen" });
  });

test("an appointment is confirmed by a code that came by mail",
  async ({ page, office, mail }) => {
    const setup = structuredClone(office.before);
    for (const rule of setup.booking.services) rule.proven = true;
    await office.ask("PUT", "setup", setup);
    await chooseDay(page);
    await page.locator(".time").first().click();
    await page.getByLabel("Nom et prénom").fill("Camille Martin");
    await page.getByLabel("Téléphone").fill("01 23 45 67 89");
    await expect(page.getByText(/SMS n’arrivent pas sur ce numéro/))
      .toBeVisible();
    const address = `camille-${Date.now()}@example.org`;
    await page.getByLabel("E-mail").fill(address);
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "Recevoir le code" }).click();

    const code = page.getByLabel("Code de confirmation");
    await expect(code).toHaveAttribute("autocomplete", "one-time-code");
    await expect(page.getByText(new RegExp(address))).toBeVisible();
    await expectUsableByAll(page);
    const { text } = await mail.to(address);
    const [digits] = /\b\d{6}\b/.exec(text);
    await code.fill(digits === "000000" ? "111111" : "000000");
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page.getByText(/pas le bon code/)).toBeVisible();
    await expectUsableByAll(page);
    await code.fill(`${digits.slice(0, 3)} ${digits.slice(3)}`);
    await page.getByRole("button", { name: "Confirmer" }).click();
    await expect(page).toHaveURL(/\/ticket\/#.+/);
  });

test("staff see what somebody was told, and send it again",
  async ({ page, shift }) => {
    const { number } = await shift.ticket({ phone: "06 12 34 56 78" });
    await page.setViewportSize({ width: 1280, height: 900 });
    await enter(page, `/reception/${demo.office}`, people.reception);
    await page.getByRole("button", { name: number }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("Messages", { exact: true }).click();
    await expect(dialog.getByText("Joignable par SMS.")).toBeVisible();
    await dialog.getByRole("button", { name: "Envoyer le ticket par SMS" })
      .click();
    await expect(dialog.getByText("Le ticket part par SMS.")).toBeVisible();
    await expect(dialog.locator(".messages-list li").first())
      .toContainText("Ticket");
    await expectUsableByAll(page);
  });
