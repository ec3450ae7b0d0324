// Who comes, or calls, with a voucher on paper: found by its code, given the
// place that is offered, or another one.

import { randomUUID } from "node:crypto";
import { demo } from "./support/office.mjs";
import { enter, people, test as base } from "./support/staff.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";

const service = "identite";

/** Called off, with the code on the paper; and a place for them, if wanted. */
class CalledOff {
  constructor(office, server) {
    this.office = office;
    this.server = server;
  }

  async prepare() {
    await this.office.signIn(demo.administrator);
    this.setup = await this.office.ask("GET", "setup");
    const day = (ahead) => new Date(Date.now() + ahead * 86_400_000)
      .toISOString().slice(0, 10);
    const { days } = await this.office.ask("GET", "booking/days?service="
      + `${service}&staff=true&from=${day(30)}&to=${day(50)}`);
    const free = days.filter(({ starts }) => starts > 0);
    [this.day, this.another] = free.map((one) => one.day);
    const { slots } = await this.office.ask("GET",
      `booking/slots?service=${service}&staff=true&day=${this.day}`);
    const { visit, token } = await this.office.command("book", {
      service, start: slots[0].start,
      person: { name: "Ada Martin", email: `${randomUUID()}@example.org` },
    });
    this.office.tickets.push({ visit: visit.id });
    const { campaign } = await this.office.ask("POST", "campaigns", {
      of: { first: this.day, last: this.day }, reason: "Inondation",
      vouchers: true,
    });
    this.list = campaign;
    const answer = await fetch(`${this.server.url}/api/v1/visit/voucher`,
      { headers: { Authorization: `Visit ${token}` } });
    ({ code: this.code } = await answer.json());
  }

  /** A place on another day that only the list may have. */
  async offerPlace() {
    const { booking } = this.setup;
    const kept = {
      ...booking.openings[0], id: `kept-${this.list}`,
      days: { first: this.another, every: "once" },
      hours: [{ from: 540, to: 555 }], public_places: 1, staff_places: 0,
      kept_for: this.list,
    };
    await this.put({
      ...this.setup,
      booking: { ...booking, openings: [...booking.openings, kept] },
    });
  }

  async put(setup) {
    await this.office.signIn(demo.administrator);
    await this.office.ask("PUT", "setup", setup);
  }
}

const test = base.extend({
  off: async ({ office, server }, use) => {
    const off = new CalledOff(office, server);
    await off.prepare();
    await use(off);
    await off.put(off.setup);
  },
});

test.use({ viewport: { width: 1440, height: 900 } });

async function find(page, code) {
  await page.getByLabel("Code du bon").fill(code);
  await page.keyboard.press("Enter");
}

test("the reception finds who holds it, and takes the place that is offered",
  async ({ page, off }) => {
    await enter(page, `/reception/${demo.office}`, people.reception);
    await find(page, "12-0000000000");
    await expect(page.getByText(/Ce bon n.est pas valable/)).toBeVisible();
    await find(page, off.code.toLowerCase());
    const holder = page.locator(".voucher-holder");
    await expect(holder).toContainText("Ada Martin");
    await expect(holder).toContainText("Inondation");
    await expect(holder).toContainText("La liste est ouverte");
    await expectUsableByAll(page);
    await off.offerPlace();
    await find(page, off.code);
    await expect(holder).toContainText("Place proposée");
    await expectUsableByAll(page);
    await holder.getByRole("button", { name: /^Accepter/ }).click();
    await expect(page.getByText(/La place est prise/)).toBeVisible();
    await expect(holder).toHaveCount(0);
    await find(page, off.code);
    await expect(page.getByText(/Ce bon n.est pas valable/)).toBeVisible();
  });

test("the phone desk gives another time to who calls with it",
  async ({ page, off }) => {
    await enter(page, `/phone/${demo.office}`, people.reception);
    await find(page, off.code);
    const holder = page.locator(".voucher-holder");
    await expect(holder).toContainText("Ada Martin");
    await expectUsableByAll(page);
    await holder.getByRole("button", { name: "Choisir un horaire" }).click();
    const dialog = page.locator("dialog[open]");
    await dialog.locator(".start").first().click();
    await expect(page.getByText(/Le rendez-vous est déplacé/)).toBeVisible();
    await expect(holder).toHaveCount(0);
  });

test("fits on a small phone", async ({ page, off }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await enter(page, `/reception/${demo.office}`, people.reception);
  await find(page, off.code);
  await expect(page.locator(".voucher-holder")).toContainText("Ada Martin");
  await expectUsableByAll(page);
});
