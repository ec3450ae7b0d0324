// A visitor with a phone: from the code on the door to the thanks.

import { expect, expectUsableByAll, test } from "./support/test.mjs";

const slip = ".slip-number";
const people = (count) => (count === 1 ? "personne" : "personnes");

/** A ticket behind `before` others, open on the page. */
async function waitBehind(page, office, before) {
  const [service] = await office.services();
  await office.sitDownFor(service.id);
  for (let i = 0; i < before; i++) await office.takeTicket(service.id);
  const mine = await office.takeTicket(service.id);
  await page.goto(`/ticket/#${mine.token}`);
  await expect(page.locator(slip)).toHaveText(mine.number);
  return mine;
}

async function rankOn(page) {
  const next = page.getByText("Vous êtes la prochaine personne");
  if (await next.count()) return 0;
  return Number(await page.locator(".place-count").textContent());
}

test("takes a ticket at the door", async ({ page, office }) => {
  const [service] = await office.services();
  await page.goto("/");
  await page.getByRole("link", { name: /Prendre un ticket/ }).first().click();
  await page.getByRole("button", { name: service.name.fr }).click();
  await page.getByRole("button", { name: "Une personne de plus" }).click();
  await page.getByRole("button", { name: "Prendre mon ticket" }).click();
  await expect(page).toHaveURL(/\/ticket\/#.+/);
  await expect(page.locator(slip)).toHaveText(/\d/);
  await expect(page.getByText(service.name.fr)).toBeVisible();
});

test("pressing twice gives one ticket", async ({ page, office }) => {
  const [{ id, name, waiting }] = await office.services();
  await page.goto("/join/mairie");
  await page.getByRole("button", { name: name.fr }).click();
  await page.getByRole("button", { name: "Prendre mon ticket" }).dblclick();
  await expect(page.locator(slip)).toHaveText(/\d/);
  const after = (await office.services()).find((one) => one.id === id);
  expect(after.waiting).toBe(waiting + 1);
});

test("is told when a phone number looks wrong", async ({ page, office }) => {
  const [{ name }] = await office.services();
  await page.goto("/join/mairie");
  await page.getByRole("button", { name: name.fr }).click();
  await page.getByText(/Ajouter un prénom/).click();
  await page.getByLabel("Téléphone").fill("06 12");
  await page.getByRole("button", { name: "Prendre mon ticket" }).click();
  await expect(page.getByText(/semble incomplet/)).toBeVisible();
  await expect(page).toHaveURL(/\/join\//);
});

test("sees the place change at once", async ({ page, office }) => {
  await waitBehind(page, office, 2);
  const before = await rankOn(page);
  const called = await office.callNext();
  await expect.poll(() => rankOn(page)).toBe(before - 1);
  await office.command("mark-absent", { visit: { id: called.visit.id } });
  const count = before - 1;
  await expect(page).toHaveTitle(new RegExp(`${count} ${people(count)} avant`));
});

test("is called, misses it, and comes back", async ({ page, office }) => {
  const mine = await waitBehind(page, office, 0);
  const called = await office.callUntil(mine.number);
  await expect(page.getByRole("heading", { level: 1 }))
    .toHaveText(/C’est à vous/);
  await expect(page).toHaveTitle(/C’est à vous/);
  await expectUsableByAll(page);
  await office.command("mark-absent", { visit: { id: called.id } });
  await page.getByRole("button", { name: /Je suis là/ }).click();
  await expect(page.locator(slip)).toHaveText(mine.number);
  const again = await office.callUntil(mine.number);
  await office.command("start", { visit: { id: again.id } });
  await expect(page.getByText("On s’occupe de vous")).toBeVisible();
  await office.command("finish", { visit: { id: again.id } });
  await expect(page.getByText("Merci de votre visite")).toBeVisible();
});

test("lets somebody pass, and is told that it worked",
  async ({ page, office }) => {
    const mine = await waitBehind(page, office, 1);
    const [service] = await office.services();
    await office.takeTicket(service.id);
    const before = await rankOn(page);
    await page.getByRole("button", { name: "Laisser passer" }).click();
    await page.getByRole("button", { name: "Laisser passer 1 personne" })
      .click();
    await expect.poll(() => rankOn(page)).toBe(before + 1);
    await expect(page.getByText("vous avez laissé passer")).toBeVisible();
    await expect(page.locator(slip)).toHaveText(mine.number);
  });

test("leaves only after being asked", async ({ page, office }) => {
  await waitBehind(page, office, 0);
  await page.getByRole("button", { name: "Quitter la file" }).click();
  await page.getByRole("button", { name: "Non, je reste" }).click();
  await expect(page.locator(slip)).toBeVisible();
  await page.getByRole("button", { name: "Quitter la file" }).click();
  await page.getByRole("button", { name: "Oui, quitter la file" }).click();
  await expect(page.getByText("Vous avez quitté la file")).toBeVisible();
});

test("keeps the last known place without a network, and says so",
  async ({ page, office, context }) => {
    const mine = await waitBehind(page, office, 1);
    await context.setOffline(true);
    await expect(page.getByText(/Pas de réseau/)).toBeVisible();
    await expect(page.locator(slip)).toHaveText(mine.number);
    await expectUsableByAll(page);
    await context.setOffline(false);
    await expect(page.getByText(/Pas de réseau/)).toBeHidden();
  });

test("opens the ticket again without a network",
  async ({ page, office, context }) => {
    const mine = await waitBehind(page, office, 1);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await context.setOffline(true);
    await page.reload();
    await expect(page.locator(slip)).toHaveText(mine.number);
    await expect(page.getByText(/Dernière information à \d\d:\d\d/))
      .toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText(/Pas de réseau/)).toBeHidden();
  });

test("keeps the place through a power cut of the server",
  async ({ page, office, server }) => {
    const mine = await waitBehind(page, office, 1);
    const before = await rankOn(page);
    await server.end("SIGKILL");
    await expect(page.getByText(/Connexion perdue/)).toBeVisible();
    await server.run();
    await expect(page.getByText(/Connexion perdue/)).toBeHidden(
      { timeout: 20_000 });
    await expect(page.locator(slip)).toHaveText(mine.number);
    expect(await rankOn(page)).toBe(before);
  });

test("is kept up to date where no WebSocket passes",
  async ({ page, office }) => {
    await page.addInitScript(() => {
      window.WebSocket = class {
        constructor() {
          setTimeout(() => this.onclose(), 1);
        }
        close() {}
      };
    });
    await waitBehind(page, office, 2);
    const before = await rankOn(page);
    const called = await office.callNext();
    await expect.poll(() => rankOn(page)).toBe(before - 1);
    await office.command("mark-absent", { visit: { id: called.visit.id } });
  });

test("reads everything in English with one press", async ({ page, office }) => {
  await waitBehind(page, office, 1);
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByText("Your number")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.getByText("Your number")).toBeVisible();
});

test("is told kindly that a link leads nowhere", async ({ page }) => {
  await page.goto("/ticket/#00000000000000000000000000000000");
  await expect(page.getByText(/ne mène à aucun ticket/)).toBeVisible();
  await expectUsableByAll(page);
});

for (const scheme of ["light", "dark"])
  for (const width of [320, 1440])
    test(`meets no barrier (${scheme}, ${width} px)`,
      async ({ page, office }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto("/");
        await page.getByText("Pour le personnel").first().click();
        await expectUsableByAll(page);
        await page.goto("/join/mairie");
        const [{ name }] = await office.services();
        await page.getByRole("button", { name: name.fr }).waitFor();
        await expectUsableByAll(page);
        await page.getByRole("button", { name: name.fr }).click();
        await page.getByText(/Ajouter un prénom/).click();
        await expectUsableByAll(page);
        await waitBehind(page, office, 1);
        await expectUsableByAll(page);
      });
