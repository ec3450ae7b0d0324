// What visitors do on the way to an appointment, and what others do meanwhile.

import { randomUUID } from "node:crypto";
import { expect } from "./test.mjs";

export const papers = /Carte d.identité/;

/** From the service to the times of a day that has some. */
export async function chooseDay(page, persons = 1) {
  await page.goto("/book/mairie");
  await page.getByRole("button", { name: papers }).click();
  for (let i = 1; i < persons; i++)
    await page.getByRole("button", { name: "Une personne de plus" }).click();
  await page.getByRole("button", { name: "Voir les jours" }).click();
  await page.getByRole("button", { name: "Mois suivant" }).first().click();
  await page.locator("button.day").nth(2).click();
  await expect(page.locator(".time").first()).toBeVisible();
}

export async function sayWho(page) {
  await page.getByLabel("Nom et prénom").fill("Ada Martin");
  await page.getByLabel("E-mail").fill(`${randomUUID()}@example.org`);
}

/** An appointment whose page is open. */
export async function book(page) {
  await chooseDay(page);
  await page.locator(".time").nth(2).click();
  await sayWho(page);
  await page.getByRole("button", { name: "Confirmer" }).click();
  await expect(page).toHaveURL(/\/ticket\/#.+/);
  await expect(page.getByText("Rendez-vous confirmé").first()).toBeVisible();
}

/** Others take the time that `body` asks for, until nothing is left of it. */
export async function takeAll(server, body) {
  const address = `${server.url}/api/v1/offices/mairie/holds`;
  for (;;) {
    const answer = await fetch(address, {
      method: "POST", body,
      headers: {
        "Content-Type": "application/json", "Idempotency-Key": randomUUID(),
      },
    });
    if (answer.status === 409) return;
    expect(answer.status).toBe(201);
  }
}
