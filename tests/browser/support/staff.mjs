// Staff pages under test: signing in as people do, a counter to sit at, and
// an office left as it was found.

import { demo } from "./office.mjs";
import { expect, test as base } from "./test.mjs";

export const people = {
  agent: demo.agent,
  reception: "rachid",
  supervisor: "sophie",
};

/** Signs in through the page that asks for it, and comes back. */
export async function enter(page, path, name) {
  await page.goto(path);
  await expect(page).toHaveURL(/\/login\/\?next=/);
  await page.getByLabel("Nom d’utilisateur").fill(name);
  await page.getByLabel("Mot de passe", { exact: true }).fill(demo.password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

/** What one test does in the office. */
class Shift {
  constructor(office) {
    this.office = office;
    this.tickets = office.tickets;
  }

  /** The first open service, and a counter that serves it. */
  async prepare() {
    [this.service] = await this.office.services();
    await this.office.signIn(demo.administrator);
    const { counters } = await this.office.ask("GET", "setup");
    this.counter = counters
      .find(({ serves }) => serves.includes(this.service.id));
  }

  ticket(more = {}) {
    return this.office.takeTicket(this.service.id, more);
  }

  /** The desk page of an agent who has sat down. */
  async sitDown(page, name = people.agent) {
    await enter(page, `/desk/${demo.office}`, name);
    await page.locator(`[data-counter="${this.counter.id}"]`).click();
    await expect(page.locator("#primary")).toBeVisible();
  }
}

export const test = base.extend({
  shift: async ({ office }, use) => {
    const shift = new Shift(office);
    await shift.prepare();
    await use(shift);
  },
});

/** Moves the office's time on; a ticket brings the page the news of it. */
export async function pass(server, shift, seconds) {
  const answer = await fetch(`${server.url}/api/v1/test-clock`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ advance: seconds * 1000 }),
  });
  expect(answer.ok).toBe(true);
  await shift.ticket();
}
