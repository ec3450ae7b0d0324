// The office as its staff and its visitors reach it over HTTP, for tests that
// need something to happen while they watch a page.

import { randomUUID } from "node:crypto";

/** What `suivant serve --demo-accounts` opens. */
export const demo = {
  office: "mairie",
  password: "suivant-demo-2026",
  administrator: "adam",
  agent: "amelie",
};

export class Office {
  constructor(server) {
    this.server = server;
    this.cookie = "";
    this.csrf = "";
    this.tickets = []; // Whatever becomes of them, gone with `tidyUp`.
  }

  /** Signs in and takes a counter that serves `service`. */
  async sitDownFor(service) {
    await this.signIn(demo.administrator);
    const setup = await this.ask("GET", "setup");
    const serving = setup.counters
      .find((counter) => counter.serves.includes(service));
    await this.signIn(demo.agent);
    await this.command("sign-in", { counter: serving.id });
    this.counter = serving.id;
    return serving;
  }

  async signIn(name) {
    const body = JSON.stringify({ name, password: demo.password });
    const answer = await fetch(`${this.server.url}/api/v1/sessions`, {
      method: "POST", headers: { "Content-Type": "application/json" }, body,
    });
    if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
    this.cookie = answer.headers.get("set-cookie").split(";")[0];
    ({ csrf: this.csrf } = await answer.json());
  }

  async services() {
    const { services } = await this.ask("GET", "");
    return services.filter((service) => service.open && service.walk_in);
  }

  /** A visitor's ticket: {visit, number, token}. */
  async takeTicket(service, more = {}) {
    const body = { service, persons: 1, language: "fr", ...more };
    const ticket = await this.ask("POST", "tickets", body);
    this.tickets.push(ticket);
    return ticket;
  }

  /** Nobody at a counter, none of this test's people in a line: as somebody
   *  who may do everything, whatever state a test left. */
  async tidyUp() {
    await this.signIn(demo.administrator);
    const { counters } = await this.ask("GET", "setup");
    const reason = "Fin du test";
    for (const { visit: id } of this.tickets)
      await this.command("cancel", { visit: { id }, reason })
        .catch(() => null);
    for (const { id: counter } of counters)
      await this.command("sign-out", {
        counter, parked: "give_to_pool", reason,
      }).catch(() => null);
  }

  command(name, body = {}) {
    return this.ask("POST", `commands/${name}`, body);
  }

  callNext() {
    return this.command("call-next", { counter: this.counter });
  }

  /** Calls until `number` is at the counter; those before are served. */
  async callUntil(number) {
    for (;;) {
      const { visit } = await this.callNext();
      if (visit.number === number) return visit;
      await this.command("start", { visit: { id: visit.id, version: 0 } });
      await this.command("finish", { visit: { id: visit.id, version: 0 } });
    }
  }

  async ask(method, path, body) {
    const address = `${this.server.url}/api/v1/offices/${demo.office}/${path}`;
    const answer = await fetch(address.replace(/\/$/, ""), {
      method,
      headers: {
        "Content-Type": "application/json",
        "Idempotency-Key": randomUUID(),
        "X-Csrf": this.csrf,
        Cookie: this.cookie,
      },
      body: body && JSON.stringify(body),
    });
    if (answer.status === 204) return null;
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(said)}`);
    return said;
  }
}
