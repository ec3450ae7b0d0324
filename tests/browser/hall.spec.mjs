// A whole hall at once: two desks, three phones and a board, and a power cut
// of the server in the middle. Everybody must agree, before and after.

import { demo } from "./support/office.mjs";
import { enter, test } from "./support/staff.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";

const phone = { width: 390, height: 844 };
const wide = { width: 1440, height: 900 };

async function open(browser, viewport) {
  const context = await browser.newContext({
    viewport, locale: "fr-FR", timezoneId: "Europe/Paris",
  });
  return context.newPage();
}

async function openDesk(browser, name, counter) {
  const page = await open(browser, wide);
  await enter(page, `/desk/${demo.office}`, name);
  await page.locator(`[data-counter="${counter}"]`).click();
  await expect(page.locator("#primary")).toBeVisible();
  return page;
}

async function openBoard(browser, office) {
  const page = await open(browser, { width: 1920, height: 1080 });
  await page.goto(`/board/${demo.office}`);
  const code = await page.locator(".pairing-code").textContent();
  await office.signIn(demo.administrator);
  await office.ask("POST", "pairings", { code, kind: "board", name: "Hall" });
  await expect(page.locator(".calls")).toBeVisible({ timeout: 10_000 });
  return page;
}

async function openPhone(browser, shift) {
  const ticket = await shift.ticket();
  const page = await open(browser, phone);
  await page.goto(`/ticket/#${ticket.token}`);
  await expect(page.locator(".slip-number")).toHaveText(ticket.number);
  return { page, ...ticket };
}

/** Presses the desk's one big button; returns whom the server called. */
async function callNext(desk) {
  const answer = desk.waitForResponse(/commands\/call_next$/);
  await desk.locator("#primary").click();
  const { visit } = await (await answer).json();
  await expect(desk.locator(".visit-number")).toHaveText(visit.number);
  return visit.number;
}

async function expectCalled({ page, number }, board, counter) {
  const heading = page.getByRole("heading", { level: 1 });
  await expect(heading).toHaveText(/C’est à vous/, { timeout: 15_000 });
  const call = board.locator(".call", { hasText: number });
  await expect(call.locator(".call-counter")).toContainText(counter);
}

test("desks, phones and the board agree, also after a power cut",
  async ({ browser, office, server, shift }) => {
    test.setTimeout(120_000);
    const left = await openDesk(browser, "amelie", "18");
    const right = await openDesk(browser, "sophie", "19");
    const board = await openBoard(browser, office);
    const phones = [];
    for (let i = 0; i < 3; i++)
      phones.push(await openPhone(browser, shift));

    // Two desks at the same moment get two different people, in order.
    const numbers = await Promise.all([callNext(left), callNext(right)]);
    expect([...numbers].sort())
      .toEqual([phones[0].number, phones[1].number].sort());
    const first = phones.find(({ number }) => number === numbers[0]);
    const second = phones.find(({ number }) => number === numbers[1]);
    await expectCalled(first, board, "18");
    await expectCalled(second, board, "19");
    await expect(phones[2].page.locator(".place-next"))
      .toBeVisible();

    await server.end("SIGKILL");
    await server.run();

    // What was shown before is still so, without anybody doing anything.
    await expectCalled(first, board, "18");
    await expect(left.locator(".visit-number")).toHaveText(first.number);
    await left.locator("#primary").click();
    await expect(first.page.getByText("On s’occupe de vous"))
      .toBeVisible({ timeout: 20_000 });
    await left.locator("#primary").click();
    await expect(first.page.getByText("Merci de votre visite")).toBeVisible();
    expect(await callNext(left)).toBe(phones[2].number);
    await expectCalled(phones[2], board, "18");

    for (const page of [left, right, board, ...phones.map((it) => it.page)])
      await expectUsableByAll(page);
  });
