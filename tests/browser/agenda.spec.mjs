// The agenda: appointments seen live, moved by drag and by keys, who is away
// and whom that touches, and what leaves the page.

import { expect, expectUsableByAll } from "./support/test.mjs";
import { demo } from "./support/office.mjs";
import { enter, people, test as base } from "./support/staff.mjs";

const service = "urbanisme";
const half = 30 * 60_000;

/** Two free hours of the first day that has them, and who is booked there. */
class Planned {
  constructor(office) {
    this.office = office;
  }

  async prepare() {
    await this.office.signIn(demo.administrator);
    const ask = (what, more) => this.office.ask("GET",
      `booking/${what}?service=${service}&staff=true&${more}`);
    const today = new Date();
    const day = (count) => new Date(today.getTime() + count * 86_400_000)
      .toISOString().slice(0, 10);
    const { days } = await ask("days", `from=${day(1)}&to=${day(20)}`);
    this.day = days.find(({ starts }) => starts >= 10).day;
    const { slots } = await ask("slots", `day=${this.day}`);
    this.start = slots[0].start;
  }

  async book(name, halves = 0) {
    const { visit } = await this.office.command("book", {
      service, start: this.start + halves * half,
      person: { name, phone: `06${name.length}${name.charCodeAt(0)}00000` },
    });
    this.office.tickets.push({ visit: visit.id });
    return visit;
  }

  /** Nobody stays away for the next test. */
  async allThere() {
    await this.office.signIn(demo.administrator);
    const { resources } = await this.office.ask("GET",
      `agenda?first=${this.day}&last=${this.day}`);
    for (const { id, absent } of resources)
      for (const { from, to } of absent)
        await this.office.command("remove_absence",
          { resource: id, span: { from, to } });
  }
}

const test = base.extend({
  planned: async ({ office }, use) => {
    const planned = new Planned(office);
    await planned.prepare();
    await use(planned);
    await planned.allThere();
  },
});

test.use({ viewport: { width: 1440, height: 900 } });

const block = (page, { id }) => page.locator(`[data-visit="${id}"]`);
const timeOf = (start) => new Intl.DateTimeFormat("fr", {
  hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris",
}).format(start);

async function open(page, planned, name = people.reception) {
  await enter(page, `/agenda/${demo.office}`, name);
  await expect(page.locator(".grid")).toBeVisible();
  const wanted = new Intl.DateTimeFormat("fr", {
    weekday: "long", day: "numeric", month: "long", timeZone: "UTC",
  }).format(new Date(`${planned.day}T12:00:00Z`));
  const title = page.locator(".toolbar h2");
  for (let i = 0; i < 20 && await title.textContent() !== wanted; i++)
    await page.getByRole("button", { name: "Suivant" }).click();
  await expect(title).toHaveText(wanted);
}

const byAgent = (page) =>
  page.getByLabel("Agents et salles").check();

test("a day and a week show who comes, and whoever comes later",
  async ({ page, planned }) => {
    const first = await planned.book("Ada Martin");
    await open(page, planned);
    await expect(block(page, first)).toContainText("Ada Martin");
    await expectUsableByAll(page);
    const later = await planned.book("Paul Noir", 2);
    await expect(block(page, later)).toContainText("Paul Noir");
    await page.getByLabel("Semaine").check();
    await expect(block(page, later)).toBeVisible();
    await expectUsableByAll(page);
  });

test("M, arrows and Enter move an appointment, and it can be put back",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned);
    await block(page, visit).focus();
    await page.keyboard.press("m");
    await expect(page.locator(".move-bar")).toContainText("Flèches");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(".ghost")).toBeVisible();
    await expectUsableByAll(page);
    await page.keyboard.press("Enter");
    await expect(block(page, visit))
      .toContainText(timeOf(planned.start + 2 * half));
    await page.getByRole("button", { name: "Remettre" }).click();
    await expect(block(page, visit)).toContainText(timeOf(planned.start));
  });

test("Escape leaves an appointment where it was", async ({ page, planned }) => {
  const visit = await planned.book("Ada Martin");
  await open(page, planned);
  await block(page, visit).focus();
  await page.keyboard.press("m");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.locator(".ghost")).toHaveCount(0);
  await expect(block(page, visit)).toContainText(timeOf(planned.start));
});

test("dragged, an appointment goes to where it is dropped",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned);
    await block(page, visit).scrollIntoViewIfNeeded();
    const { x, y } = await block(page, visit).boundingBox();
    await page.mouse.move(x + 40, y + 10);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 40, { steps: 4 });
    await page.mouse.move(x + 40, y + 70, { steps: 4 }); // 2 px a minute.
    await expect(page.locator(".ghost")).toHaveText(
      timeOf(planned.start + half));
    await page.mouse.up();
    await expect(block(page, visit))
      .toContainText(timeOf(planned.start + half));
    await expect(page.locator("dialog[open]")).toHaveCount(0);
  });

test("a move that is refused says why, and where there is room",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await planned.book("Paul Noir", 1);
    await planned.book("Luc Blanc", 1);
    await open(page, planned);
    await block(page, visit).focus();
    await page.keyboard.press("m");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const dialog = page.locator("dialog[open]");
    await expect(dialog).toContainText("n’est pas possible");
    await expect(dialog.locator(".start").first()).toBeVisible();
    await expectUsableByAll(page);
    const near = dialog.locator(".start").first();
    const start = Number(await near.getAttribute("data-start"));
    await near.click();
    await expect(dialog).toHaveCount(0);
    await expect(block(page, visit)).toContainText(timeOf(start));
  });

test("by agent, sideways gives an appointment to another one",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned);
    await byAgent(page);
    const column = page.locator("[data-column]")
      .filter({ has: block(page, visit) });
    const before = await column.getAttribute("data-column");
    const way = before === "roux" ? "ArrowRight" : "ArrowLeft";
    await block(page, visit).focus();
    await page.keyboard.press("m");
    await page.keyboard.press(way);
    await page.keyboard.press("Enter");
    await expect(column).not.toHaveAttribute("data-column", before);
  });

test("an absence shows whom it touches, and each is decided",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned, people.supervisor);
    await byAgent(page);
    const column = page.locator("[data-column]")
      .filter({ has: block(page, visit) });
    const who = await column.getAttribute("data-column");
    await page.getByRole("button", { name: "Absence" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Qui ou quoi").selectOption(who);
    await expectUsableByAll(page);
    await dialog.locator('[type="submit"]').click();
    await expect(dialog).toContainText("1 rendez-vous est touché");
    await expectUsableByAll(page);
    await dialog.getByLabel("Confier à un autre").check();
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(dialog).toHaveCount(0);
    await expect(column).not.toHaveAttribute("data-column", who);
    await expect(block(page, visit)).not.toContainText("Agent absent");
  });

test("who chooses nothing keeps the appointment, marked",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned, people.supervisor);
    await byAgent(page);
    const who = await page.locator("[data-column]")
      .filter({ has: block(page, visit) }).getAttribute("data-column");
    await page.getByRole("button", { name: "Absence" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByLabel("Qui ou quoi").selectOption(who);
    await dialog.locator('[type="submit"]').click();
    await dialog.getByRole("button", { name: "Enregistrer" }).click();
    await expect(block(page, visit)).toContainText("Agent absent");
    await expectUsableByAll(page);
    await block(page, visit).click();
    await page.getByRole("button", { name: "Confier à un autre" }).click();
    await expect(block(page, visit)).not.toContainText("Agent absent");
  });

test("the list prints, the table and the calendar leave the page",
  async ({ page, planned }) => {
    await planned.book("Ada Martin");
    await open(page, planned, people.supervisor);
    await page.evaluate(() => {
      window.printed = "";
      window.print = () => {
        window.printed = document.querySelector(".day-list").innerText;
      };
    });
    await page.getByRole("button", { name: "Imprimer la liste" }).click();
    expect(await page.evaluate(() => window.printed)).toContain("Ada Martin");
    const href = await page.getByRole("link", { name: /CSV/ })
      .getAttribute("href");
    const table = await page.evaluate(
      (address) => fetch(address).then((answer) => answer.text()), href);
    expect(table).toContain("Ada Martin");

    await page.getByRole("button", { name: "Calendriers" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByRole("button", { name: /^Créer un lien/ }).first()
      .click();
    const link = await dialog.locator("code").textContent();
    await expectUsableByAll(page);
    const file = await page.request.get(link);
    expect(await file.text()).toContain("BEGIN:VCALENDAR");
    await dialog.getByRole("button", { name: /^Révoquer/ }).click();
    await expect(dialog.locator("code")).toHaveCount(0);
    expect((await page.request.get(link)).status()).toBe(404);
  });

test("what is due at a counter stands there, and has a calendar",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await open(page, planned, people.supervisor);
    await page.getByLabel("Guichets").check();
    const at = page.locator(".column", { has: block(page, visit) });
    await expect(at).toHaveCount(1);
    await expect(at.getByRole("heading")).toContainText(/Guichet (19|20)/);
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "Calendriers" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.getByRole("button", { name: /Créer un lien.*Guichet 19/ })
      .click();
    const link = await dialog.locator("code").textContent();
    expect(await (await page.request.get(link)).text())
      .toContain("X-WR-CALNAME:Guichet 19");
    await dialog.getByRole("button", { name: /^Révoquer/ }).click();
    await expect(dialog.locator("code")).toHaveCount(0);
  });

test("all of it fits on a small phone, in the dark",
  async ({ page, planned }) => {
    const visit = await planned.book("Ada Martin");
    await page.setViewportSize({ width: 320, height: 640 });
    await page.emulateMedia({ colorScheme: "dark" });
    await open(page, planned);
    await expect(block(page, visit)).toBeVisible();
    await expectUsableByAll(page);
    await block(page, visit).click();
    await expectUsableByAll(page);
  });
