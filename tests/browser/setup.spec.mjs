// An administrator opens a distribution from a template: fills it in, shows a
// preview, publishes it; a visitor books; and one step leads back.

import { demo } from "./support/office.mjs";
import { enter } from "./support/staff.mjs";
import { expect, expectUsableByAll, test } from "./support/test.mjs";

const path = `/setup/${demo.office}`;

// From an empty form to an appointment and back is a long way.
test.describe.configure({ timeout: 90_000 });

/** As others are before: nothing drafted, nothing to go back to. */
async function leaveAsBefore(office) {
  await office.signIn(demo.administrator);
  const { draft, restorable } = await office.ask("GET", "setup/draft");
  if (draft) await office.ask("DELETE", "setup/draft", { draft: draft.number });
  if (restorable) await office.ask("POST", "setup/restore", {});
}

test.beforeEach(async ({ office }) => leaveAsBefore(office));
test.afterEach(async ({ office }) => leaveAsBefore(office));

async function fillIn(page, width) {
  await page.setViewportSize({ width, height: 900 });
  await enter(page, path, demo.administrator);
  await expect(page.getByRole("heading", { level: 1 }))
    .toHaveText(/nouveau type de créneau/);
  await expectUsableByAll(page);
  await page.getByRole("button", { name: /^Distribution/ }).click();
  await expect(page.locator(".weeks")).toBeVisible();
}

async function keep(page) {
  await page.getByRole("button", { name: "Enregistrer le projet" }).click();
  await expect(page.getByText("Prêt à être publié")).toBeVisible();
}

for (const width of [390, 1280])
  test(`a distribution is opened, booked and taken back, at ${width} pixels`,
    async ({ page, context }) => {
      await fillIn(page, width);
      await page.getByLabel("Durée en minutes").fill("10");
      await page.getByLabel("Jauge").fill("30");
      await expect(page.getByText("Aucun rendez-vous n’est touché"))
        .toBeVisible();
      await expectUsableByAll(page);
      await keep(page);
      await expectUsableByAll(page);

      const [preview] = await Promise.all([
        context.waitForEvent("page"),
        page.getByRole("link", { name: "Ouvrir l’aperçu" }).click(),
      ]);
      await expect(preview.getByText("Aperçu, non publié")).toBeVisible();
      await preview.getByRole("button", { name: /Distribution/ }).click();
      await preview.getByRole("button", { name: "Voir les jours" }).click();
      await preview.locator("button.day").first().click();
      await preview.locator(".time").first().click();
      await expect(preview.getByText(/C’est un aperçu/)).toBeVisible();
      await expectUsableByAll(preview);
      await preview.close();

      await page.getByRole("button", { name: "Publier maintenant" }).click();
      await expect(page.getByText(/Publié\. Les habitants/)).toBeVisible();
      await expectUsableByAll(page);

      const visitor = await context.newPage();
      await visitor.goto(`/book/${demo.office}`);
      await visitor.getByRole("button", { name: /Distribution/ }).click();
      await visitor.getByRole("button", { name: "Voir les jours" }).click();
      await visitor.locator("button.day").first().click();
      await visitor.locator(".time").first().click();
      await visitor.getByLabel("Nom et prénom").fill("Ada Martin");
      // Somebody else each time: nobody has two appointments at once.
      await visitor.getByLabel("Téléphone").fill(`060000${width}0`.slice(0, 10));
      await visitor.getByRole("button", { name: "Confirmer" }).click();
      await expect(visitor).toHaveURL(/\/ticket\/#.+/);

      await page.reload();
      await page.getByRole("button", { name: "Revenir aux réglages" }).click();
      const dialog = page.getByRole("dialog");
      await expect(dialog.getByText(/déjà pris n’aurai(t|ent) plus/)).toBeVisible();
      await expectUsableByAll(page);
      await dialog.getByRole("button", { name: "Revenir aux réglages" })
        .click();
      await expect(page.getByText(/de nouveau en place/)).toBeVisible();
      await visitor.goto(`/book/${demo.office}`);
      await expect(visitor.getByRole("button", { name: /identité/ }))
        .toBeVisible();
      await expect(visitor.getByRole("button", { name: /Distribution/ }))
        .toHaveCount(0);
    });

test("what is filled in wrongly is said where it stands", async ({ page }) => {
  await fillIn(page, 390);
  await page.getByLabel("Durée en minutes").fill("0");
  await expect(page.getByText("Valeur trop grande ou trop petite."))
    .toBeVisible();
  await expect(page.getByRole("button", { name: "Enregistrer le projet" }))
    .toBeDisabled();
  await expectUsableByAll(page);
});

test("two doses are booked in one go", async ({ page, context }) => {
  await page.setViewportSize({ width: 390, height: 900 });
  await enter(page, path, demo.administrator);
  await page.getByRole("button", { name: /^Vaccination/ }).click();
  await expect(page.locator(".weeks").first()).toBeVisible();
  await keep(page);
  await page.getByRole("button", { name: "Publier maintenant" }).click();
  await expect(page.getByText(/Publié\. Les habitants/)).toBeVisible();

  const visitor = await context.newPage();
  await visitor.goto(`/book/${demo.office}`);
  await visitor.getByRole("button", { name: /1re dose/ }).click();
  await visitor.locator("button.day").first().click();
  await visitor.locator(".time").first().click();
  await expect(visitor.getByRole("heading", { level: 1 }))
    .toHaveText(/deuxième rendez-vous/);
  await expectUsableByAll(visitor);
  await visitor.locator("button.day").first().click();
  await visitor.locator(".time").first().click();
  await visitor.getByLabel("Nom et prénom").fill("Ada Martin");
  await visitor.getByLabel("Téléphone").fill("0600000000");
  await visitor.getByRole("button", { name: "Confirmer" }).click();
  await expect(visitor).toHaveURL(/\/ticket\/#.+/);
  await visitor.goto("/");
  await expect(visitor.getByText("Revoir mon rendez-vous")).toHaveCount(2);
});

test("somebody without the right is told so", async ({ page }) => {
  await enter(page, path, demo.agent);
  await expect(page.getByText(/Seul un administrateur/)).toBeVisible();
});
