// Starts the program itself on a folder of its own, for as long as the tests
// need it.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const binary = process.env.SUIVANT_BINARY
  ?? join(root, "build/release/suivant");
const patience = 15_000;
const morning = 8;
const noon = 12;

export class Server {
  /** With `more` words behind its command. */
  static async start(more = []) {
    const data = await mkdtemp(join(tmpdir(), "suivant-browser-"));
    const server = new Server(data, await freePort(), more);
    await server.run();
    await server.beginInTheMorning();
    return server;
  }

  constructor(data, port, more) {
    this.data = data;
    this.more = more;
    this.port = port;
    this.url = `http://localhost:${port}`;
    this.output = "";
  }

  async run() {
    const words = ["serve", "--data", this.data, "--port", `${this.port}`,
      "--test-clock", "--demo-accounts", ...this.more];
    this.process = spawn(binary, words, { stdio: ["ignore", "pipe", "pipe"] });
    const listen = (text) => (this.output += text);
    this.process.stdout.on("data", listen);
    this.process.stderr.on("data", listen);
    this.ended = new Promise((end) => this.process.on("exit", end));
    await this.becomesReady();
  }

  /** Nobody's day ends in the middle of a test, whenever tests are run. */
  async beginInTheMorning() {
    const hour = Number(new Intl.DateTimeFormat("en-GB", {
      hour: "2-digit", hourCycle: "h23", timeZone: "Europe/Paris",
    }).format());
    if (hour >= morning && hour < noon) return;
    const hours = (morning - hour + 24) % 24;
    const answer = await fetch(`${this.url}/api/v1/test-clock`, {
      method: "PUT", headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ advance: hours * 3_600_000 }),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async becomesReady() {
    const until = Date.now() + patience;
    while (Date.now() < until && this.process.exitCode === null) {
      const answer = await fetch(`${this.url}/readyz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`The server did not become ready:\n${this.output}`);
  }

  /** "SIGKILL" is a power cut, "SIGTERM" an orderly end. */
  async end(signal = "SIGTERM") {
    this.process.kill(signal);
    await this.ended;
  }

  async stop() {
    await this.end();
    await rm(this.data, { recursive: true, force: true });
  }
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
