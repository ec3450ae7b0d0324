// The touch screen in the hall: connected by its code, tickets, arrivals, and
// nothing left of whoever was there.

import { demo } from "./support/office.mjs";
import { expect, expectUsableByAll, test as base } from "./support/test.mjs";

const service = "identite";
const minute = 60_000;
const upright = { width: 1080, height: 1920 };

/** Half an hour before the first appointment of a working day. */
const test = base.extend({
  morning: async ({ office, server }, use) => {
    await office.signIn(demo.administrator);
    const ask = (what, more) => office.ask("GET",
      `booking/${what}?service=${service}&staff=true&${more}`);
    const clock = await fetch(`${server.url}/api/v1/test-clock`);
    const { now } = await clock.json();
    const day = (count) => new Date(now + count * 86_400_000)
      .toISOString().slice(0, 10);
    const { days } = await ask("days", `from=${day(1)}&to=${day(20)}`);
    const first = days.find(({ starts }) => starts >= 10).day;
    const { slots } = await ask("slots", `day=${first}`);
    const start = slots[0].start;
    await fetch(`${server.url}/api/v1/test-clock`, {
      method: "PUT", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ now: start - 30 * minute }),
    });
    await office.signIn(demo.administrator);
    await use({ start });
  },
});

test.use({ viewport: upright });

const title = (page) => page.getByRole("heading", { level: 1 });

async function connect(page, office, more = "") {
  await page.goto(`/kiosk/mairie${more}`);
  const code = await page.locator(".pairing-code").textContent();
  await office.signIn(demo.administrator);
  await office.ask("POST", "pairings", { code, kind: "kiosk", name: "Borne" });
  await expect(title(page)).toHaveText("Bienvenue", { timeout: 10_000 });
}

/** The link on a confirmation. */
async function booked(office, server, start) {
  const { token, visit } = await office.command("book", {
    service, start, person: { name: "Ada Secret", phone: "0612345678" },
  });
  office.tickets.push({ visit: visit.id });
  return `${server.url}/ticket/#${token}`;
}

/** As a reader of codes does: like a keyboard, wherever the focus is. */
async function scan(page, link) {
  await page.keyboard.type(link);
  await page.keyboard.press("Enter");
}

async function take(page) {
  await page.getByRole("button", { name: /Carte d.identité/ }).click();
  await expect(title(page)).toHaveText("Voici votre ticket");
  return page.locator(".kiosk-number").textContent();
}

test("starts once staff know its code, at any size",
  async ({ page, office }) => {
    await page.goto("/kiosk/mairie");
    await expect(page.locator(".pairing-code")).toBeVisible();
    await expectUsableByAll(page);
    await connect(page, office);
    for (const [width, height] of [[320, 640], [1920, 1080], [1080, 1920]]) {
      await page.setViewportSize({ width, height });
      await expectUsableByAll(page);
    }
    const targets = await page.locator(".target").all();
    expect(targets.length).toBeGreaterThan(2);
    for (const target of targets)
      expect((await target.boundingBox()).height).toBeGreaterThanOrEqual(88);
  });

test("gives a ticket that moves to the phone and onto paper",
  async ({ page, office, server }) => {
    await connect(page, office);
    const number = await take(page);
    await expect(page.locator(".kiosk-place")).toContainText(/avant vous/);
    await expect(page.getByRole("img", { name: "Code QR de ce ticket" }))
      .toBeVisible();
    await expectUsableByAll(page);
    await page.emulateMedia({ media: "print" });
    await expect(page.locator(".paper-number")).toHaveText(number);
    await expect(page.locator(".kiosk-slip")).toBeHidden();
    const sheets = (await page.pdf()).toString("latin1")
      .match(/\/Type\s*\/Page[^s]/g);
    expect(sheets).toHaveLength(1);
    await page.emulateMedia({ media: "screen" });
    await page.getByRole("button", { name: "Terminer" }).click();
    await expect(title(page)).toHaveText("Bienvenue");
    await expect(page.locator("body")).not.toContainText(number);
    await office.signIn(demo.administrator);
    const { counters } = await office.ask("GET", "setup");
    const counter = counters.find(({ serves }) => serves.includes(service)).id;
    await office.signIn(demo.agent);
    await office.command("sign-in", { counter });
    office.counter = counter;
    expect((await office.callUntil(number)).channel).toBe("kiosk");
    expect(server.output).not.toContain(number);
  });

test("prints by itself where the address says so", async ({ page, office }) => {
  await page.addInitScript(() => {
    window.sheets = 0;
    window.print = () => void window.sheets++;
  });
  await connect(page, office, "?print=auto");
  const number = await take(page);
  await expect.poll(() => page.evaluate(() => window.sheets)).toBe(1);
  await expect(page.locator(".paper-number")).toHaveText(number);
});

test("lets in who is on time, by the code of the confirmation",
  async ({ page, office, server, morning }) => {
    await connect(page, office);
    const link = await booked(office, server, morning.start);
    await page.getByRole("button", { name: "Affichage adapté" }).focus();
    await scan(page, link);
    await expect(title(page)).toHaveText("Merci, nous vous attendions");
    await expect(page.locator(".kiosk-number")).not.toHaveText("");
    await expect(page.locator(".kiosk-easy")).toHaveCount(0); // Not pressed.
    await expect(page.locator("body")).not.toContainText("Secret");
    await expectUsableByAll(page);
    await scan(page, link);
    await expect(title(page)).toHaveText("Votre arrivée est déjà enregistrée");
  });

test("reads the code that the page of the appointment shows",
  async ({ page, office, server, morning }) => {
    await page.goto(await booked(office, server, morning.start));
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole("button", { name: "Code pour la borne" }).click();
    await expect(page.getByRole("img", { name: /Code QR/ })).toBeVisible();
    await expectUsableByAll(page);
  });

test("says to who is too early when to come back",
  async ({ page, office, server, morning }) => {
    await connect(page, office);
    const link = await booked(office, server, morning.start + 120 * minute);
    await page.getByRole("button", { name: "J’ai rendez-vous" }).click();
    await expectUsableByAll(page);
    await page.getByLabel(/saisissez le lien/).fill(link.slice(0, -3));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Ce lien semble incomplet")).toBeVisible();
    await page.getByLabel(/saisissez le lien/).fill(link);
    await page.keyboard.press("Enter");
    await expect(title(page)).toHaveText(/Votre rendez-vous est à \d\d:\d\d/);
    const from = new Intl.DateTimeFormat("fr", {
      hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris",
    }).format(morning.start + 60 * minute);
    await expect(page.getByText(`à partir de ${from}`)).toBeVisible();
    await expectUsableByAll(page);
  });

test("sends who is expected elsewhere there, and strangers to the reception",
  async ({ page, office, server, morning }) => {
    await connect(page, office, "?site=annexe");
    await scan(page, await booked(office, server, morning.start + 15 * minute));
    await expect(title(page)).toHaveText(/ailleurs\s: Mairie de Valmont/);
    await scan(page, `${server.url}/ticket/#mairie.${"0".repeat(32)}`);
    await expect(title(page)).toHaveText(/ne mène à aucun rendez-vous/);
  });

test("forgets whoever has gone, their language and their wishes",
  async ({ page, office }) => {
    await page.clock.install();
    await connect(page, office);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "Easier to read" }).click();
    await page.getByRole("button", { name: "I have an appointment" }).click();
    await page.getByLabel(/type the link/).fill("my secret");
    await expectUsableByAll(page);
    await page.clock.fastForward(95_000);
    const question = page.getByRole("dialog");
    await expect(question).toContainText("Are you still there?");
    await expectUsableByAll(page);
    await question.getByRole("button", { name: "I am here" }).click();
    await expect(question).toBeHidden();
    await expect(page.getByLabel(/type the link/)).toHaveValue("my secret");
    await page.clock.fastForward(121_000);
    await expect(title(page)).toHaveText("Bienvenue");
    await expect(page.locator(".kiosk-easy")).toHaveCount(0);
    await page.getByRole("button", { name: "J’ai rendez-vous" }).click();
    await expect(page.getByLabel(/saisissez le lien/)).toHaveValue("");
    await page.clock.fastForward(50_000);
    await expect(page.locator(".kiosk-left")).toBeVisible();
    await page.clock.fastForward(11_000);
    await expect(title(page)).toHaveText("Bienvenue");
  });

test("says when it is out of order, and comes back by itself",
  async ({ page, office, context }) => {
    await connect(page, office);
    await context.setOffline(true);
    await expect(page.getByText("Adressez-vous à l’accueil")).toBeVisible();
    await expectUsableByAll(page);
    await context.setOffline(false);
    await expect(title(page)).toHaveText("Bienvenue", { timeout: 15_000 });
  });
