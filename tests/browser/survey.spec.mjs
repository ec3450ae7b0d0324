// After a visit a text asks how it was; a phone answers with one thumb, and a
// supervisor sees what came of it, and of nobody in particular.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demo } from "./support/office.mjs";
import { enter, people, test as base } from "./support/staff.mjs";
import { Server } from "./support/server.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";

const phone = "0612345678";
const wide = { width: 1280, height: 900 };
const questions = [
  {
    id: "welcome", kind: "scale", required: true,
    label: { fr: "Avez-vous été bien accueilli ?", en: "Were you welcome?" },
  },
  {
    id: "way", kind: "choice",
    label: { fr: "Comment êtes-vous venu ?", en: "How did you come?" },
    options: [
      { id: "bus", name: { fr: "En bus", en: "By bus" } },
      { id: "foot", name: { fr: "À pied", en: "On foot" } },
    ],
  },
  { id: "more", kind: "text", label: { fr: "Un mot ?", en: "A word?" } },
];

/** Takes texts as a gateway does that speaks JSON. */
class Gateway {
  texts = [];

  async open() {
    this.server = createServer((request, response) => {
      let body = "";
      request.on("data", (part) => (body += part));
      request.on("end", () => {
        this.texts.push(JSON.parse(body).text);
        response.writeHead(202).end();
      });
    });
    await new Promise((done) => this.server.listen(0, "127.0.0.1", done));
    return this;
  }

  get settings() {
    return `public_address = "https://rdv.example"
[sms]
gateway = "json"
url = "http://127.0.0.1:${this.server.address().port}/"
`;
  }

  get slips() {
    return this.texts.flatMap((text) =>
      /\/survey\/#(\S+)/.exec(text)?.[1] ?? []);
  }
}

const test = base.extend({
  gateway: [async ({}, use) => {
    const gateway = await new Gateway().open();
    await use(gateway);
    gateway.server.close();
  }, { scope: "worker" }],
  server: [async ({ gateway }, use) => {
    const folder = await mkdtemp(join(tmpdir(), "suivant-survey-"));
    const file = join(folder, "suivant.toml");
    await writeFile(file, gateway.settings);
    const server = await Server.start(["--config", file]);
    await use(server);
    await server.stop();
    await rm(folder, { recursive: true });
  }, { scope: "worker" }],
  /** Slips of so many visits that have just ended. */
  visits: async ({ gateway, office, server }, use) => {
    await office.signIn(demo.administrator);
    const setup = await office.ask("GET", "setup");
    const messages = {
      ...setup.messages, on: true, phone: "01 23 45 67 89", quiet_from: 0,
      quiet_to: 0, survey: { questions, after_minutes: 1 },
    };
    await office.ask("PUT", "setup", { ...setup, messages });
    await use((count) => visitsOf(count, { gateway, office, server }));
    await office.signIn(demo.administrator);
    await office.ask("PUT", "setup", setup);
  },
});

async function visitsOf(count, { gateway, office, server }) {
  const [service] = await office.services();
  await office.sitDownFor(service.id);
  const before = gateway.slips.length;
  for (let i = 0; i < count; i++) {
    const { number } = await office.takeTicket(service.id, { phone });
    const { id } = await office.callUntil(number);
    await office.command("start", { visit: { id, version: 0 } });
    await office.command("finish", { visit: { id, version: 0 } });
  }
  await fetch(`${server.url}/api/v1/test-clock`, {
    method: "PUT", headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ advance: 90_000 }),
  });
  await expect.poll(() => gateway.slips.length, { timeout: 10_000 })
    .toBe(before + count);
  return gateway.slips.slice(before);
}

function answer(server, slip, answers) {
  return fetch(`${server.url}/api/v1/survey`, {
    method: "POST", body: JSON.stringify({ answers }),
    headers: {
      "Content-Type": "application/json", Authorization: `Survey ${slip}`,
    },
  });
}

const title = "Comment s’est passée votre visite ?";
const welcome = "Avez-vous été bien accueilli ?";

async function mark(page, number) {
  await page.getByRole("group", { name: welcome })
    .getByRole("radio", { name: number }).check({ force: true });
}

test("a phone answers, and a supervisor sees what came of it",
  async ({ page, context, server, visits }) => {
    const [mine, ...others] = await visits(6);
    for (const slip of others)
      expect((await answer(server, slip, { welcome: "4", way: "bus" })).status)
        .toBe(200);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`/survey/#${mine}`);
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(page.getByText("Choisissez une réponse.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "1 – pas du tout" }))
      .toBeFocused();
    await expectUsableByAll(page);
    await mark(page, "5 – tout à fait");
    await expect(page.getByText("Choisissez une réponse.")).toHaveCount(0);
    await page.getByRole("radio", { name: "À pied" }).check();
    await page.getByLabel("Un mot ?").fill("Merci à tous");
    await expectUsableByAll(page);
    await page.getByRole("button", { name: "Envoyer" }).click();
    await expect(page.getByRole("heading", { name: "Merci !" })).toBeFocused();
    await expectUsableByAll(page);
    await page.reload();
    await expect(page.getByText("Votre avis est déjà enregistré"))
      .toBeVisible();

    const results = await context.newPage();
    await results.setViewportSize(wide);
    await enter(results, `/results/${demo.office}`, people.supervisor);
    await expect(results.getByText("6 réponses").first()).toBeVisible();
    await expect(results.getByText("moyenne 4,2 sur 5")).toBeVisible();
    await expect(results.getByText("Merci à tous")).toBeVisible();
    const way = results.getByRole("row", { name: /En bus/ });
    await expect(way).toContainText("83");
    await expect(results.getByRole("row", { name: /moins de 5 min/ }))
      .toContainText("4,2 sur 5");
    await expectUsableByAll(results);
    await results.setViewportSize({ width: 320, height: 640 });
    await expectUsableByAll(results);
    const file = results.waitForEvent("download");
    await results.getByRole("link", { name: /tableau/ }).click();
    expect((await file).suggestedFilename()).toBe("survey.csv");
  });

test("a second phone with the same link hears that it was answered",
  async ({ browser, server, visits }) => {
    const [slip] = await visits(1);
    const other = await browser.newContext({
      baseURL: server.url, locale: "en-GB",
    });
    const page = await other.newPage();
    await page.goto(`/survey/#${slip}`);
    await page.getByRole("group", { name: "Were you welcome?" })
      .getByRole("radio", { name: "3" }).check({ force: true });
    await answer(server, slip, { welcome: "5" });
    await page.getByRole("button", { name: "Send" }).press("Enter");
    await expect(page.getByText("once is enough")).toBeVisible();
    await other.close();
  });

test("a link that is too old, or none of ours, says so",
  async ({ page, server, visits }) => {
    const [slip] = await visits(1);
    await page.goto(`/survey/#${slip.slice(0, -4)}AAAA`);
    await expect(page.getByText("Ce lien ne mène à aucune enquête").first())
      .toBeVisible();
    await expectUsableByAll(page);
    await page.route("**/api/v1/survey", (route) => route.abort());
    // A page that is open sees that it is another link, and begins anew.
    await page.goto(`/survey/#${slip}`);
    await expect(page.getByText("Pas de connexion pour l’instant"))
      .toBeVisible({ timeout: 15_000 });
    await expectUsableByAll(page);
    await page.unroute("**/api/v1/survey");
    await page.evaluate(() => dispatchEvent(new Event("online")));
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    const days = 31 * 86_400_000;
    await fetch(`${server.url}/api/v1/test-clock`, {
      method: "PUT", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ advance: days }),
    });
    await page.reload();
    await expect(page.getByText("Cette enquête est terminée").first())
      .toBeVisible();
    await expectUsableByAll(page);
  });

test("agents do not see results", async ({ page }) => {
  await enter(page, `/results/${demo.office}`, people.agent);
  await expect(page.getByText("Cette page est réservée aux responsables."))
    .toBeVisible();
});
