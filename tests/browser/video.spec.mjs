// An appointment by video: the same room for the visitor and for the agent.

import { demo } from "./support/office.mjs";
import { enter, people, test as base } from "./support/staff.mjs";
import { expect, expectUsableByAll } from "./support/test.mjs";

const service = "identite";

/** An appointment by video at the next free time: {day, token, visit}. */
const test = base.extend({
  meeting: async ({ office, server }, use) => {
    await office.signIn(demo.administrator);
    const setup = await office.ask("GET", "setup");
    const rules = setup.booking.services.map((rule) => rule.id === service
      ? {
        ...rule, places: ["counter", "video"],
        video_link: "https://visio.example/{room}",
      } : rule);
    await office.ask("PUT", "setup",
      { ...setup, booking: { ...setup.booking, services: rules } });
    const clock = await fetch(`${server.url}/api/v1/test-clock`);
    const { now } = await clock.json();
    const day = (ahead) => new Date(now + ahead * 86_400_000)
      .toISOString().slice(0, 10);
    const asked = `service=${service}&place=video&staff=true`;
    const { days } = await office.ask("GET",
      `booking/days?${asked}&from=${day(1)}&to=${day(20)}`);
    const free = days.find(({ starts }) => starts > 0).day;
    const { slots } = await office.ask("GET",
      `booking/slots?${asked}&day=${free}`);
    const { visit, token } = await office.command("book", {
      service, place: "video", start: slots[0].start,
      person: { name: "Ada Martin", phone: "0612345678" },
    });
    office.tickets.push({ visit: visit.id });
    await use({ day: free, token, visit });
    await office.signIn(demo.administrator);
    await office.ask("PUT", "setup", setup);
  },
});

test("both sides find the same room", async ({ page, context, meeting }) => {
  await page.goto(`/ticket/#${meeting.token}`);
  const way = page.getByRole("link", { name: "Rejoindre la visioconférence" });
  await expect(way).toHaveAttribute("href",
    /^https:\/\/visio\.example\/[0-9a-f]{32}$/);
  await expect(page.getByRole("button", { name: "Code pour la borne" }))
    .toHaveCount(0);
  await expectUsableByAll(page);
  const room = await way.getAttribute("href");

  const agenda = await context.newPage();
  await agenda.setViewportSize({ width: 1440, height: 900 });
  await enter(agenda, `/agenda/${demo.office}`, people.agent);
  await expect(agenda.locator(".grid")).toBeVisible();
  const title = agenda.locator(".toolbar h2");
  const wanted = new Intl.DateTimeFormat("fr", {
    weekday: "long", day: "numeric", month: "long", timeZone: "UTC",
  }).format(new Date(`${meeting.day}T12:00:00Z`));
  for (let i = 0; i < 20 && await title.textContent() !== wanted; i++)
    await agenda.getByRole("button", { name: "Suivant" }).click();
  await agenda.locator(`[data-visit="${meeting.visit.id}"]`).click();
  await expect(agenda.locator("dialog[open]")
    .getByRole("link", { name: "Rejoindre la visioconférence" }))
    .toHaveAttribute("href", room);
  await expectUsableByAll(agenda);
});
