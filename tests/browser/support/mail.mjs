// A real mail server beside the program, and the program set to use it.

import { spawn } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Server } from "./server.mjs";

const script = fileURLToPath(
  new URL("../../support/mail_server.mjs", import.meta.url));

class Mail {
  constructor() {
    this.process = spawn("node", [script],
      { stdio: ["pipe", "pipe", "inherit"] });
    this.got = [];
    this.watchers = new Set();
    this.port = new Promise((found) => {
      createInterface({ input: this.process.stdout }).on("line", (line) => {
        const { listening, mail } = JSON.parse(line);
        if (listening) found(listening);
        if (mail) this.got.push(mail);
        for (const look of this.watchers) look();
      });
    });
  }

  /** The first that came to that address, or the next that does. */
  to(address) {
    return new Promise((found) => {
      const look = () => {
        const mail = this.got.find(({ to }) => to.includes(address));
        if (!mail) return;
        this.watchers.delete(look);
        found(mail);
      };
      this.watchers.add(look);
      look();
    });
  }

  stop() {
    this.process.kill();
  }
}

async function settingsFor(port) {
  const folder = await mkdtemp(join(tmpdir(), "suivant-settings-"));
  const file = join(folder, "suivant.toml");
  await writeFile(file, `
public_address = "http://localhost"
[mail]
server = "127.0.0.1"
port = ${port}
tls = "never"
from = "rdv@valmont.example"
`);
  return file;
}

export const withMail = {
  mail: [async ({}, use) => {
    const mail = new Mail();
    await use(mail);
    mail.stop();
  }, { scope: "worker" }],
  server: [async ({ mail }, use) => {
    const settings = await settingsFor(await mail.port);
    const server = await Server.start(["--config", settings]);
    await use(server);
    await server.stop();
  }, { scope: "worker" }],
};
