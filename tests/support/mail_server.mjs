// A mail server for tests: takes what comes, says what it got on its standard
// output, one line of JSON each, and misbehaves as it is told on its input.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

const [certificate, key, user, password] = process.argv.slice(2);
const faults = { mail: [], rcpt: [], data: [] };
const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");

// The next answer out of the ordinary at that point, if there is one.
const fault = (at) => {
  const code = faults[at].shift();
  return code ? Object.assign(new Error("as asked"), { responseCode: code })
    : null;
};

const server = new SMTPServer({
  authOptional: !user,
  disabledCommands: certificate ? [] : ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  closeTimeout: 100,
  ...(certificate && {
    cert: readFileSync(certificate), key: readFileSync(key),
  }),
  onAuth: (given, _, done) =>
    given.username === user && given.password === password
      ? done(null, { user })
      : done(new Error("wrong password")),
  onMailFrom: (_, __, done) => done(fault("mail")),
  onRcptTo: (_, __, done) => done(fault("rcpt")),
  onData: async (stream, session, done) => {
    const mail = await simpleParser(stream, { skipTextToHtml: true });
    if (faults.data[0] === 0) { // Takes it, and is gone before saying so.
      faults.data.shift();
      for (const it of server.connections) it._socket.destroy();
      return;
    }
    const refused = fault("data");
    if (!refused) say({ mail: told(mail, session) });
    done(refused);
  },
});

const told = (mail, session) => ({
  from: session.envelope.mailFrom.address,
  to: session.envelope.rcptTo.map((it) => it.address),
  secure: Boolean(session.secure),
  user: session.user ?? "",
  headers: Object.fromEntries(
    mail.headerLines.map(({ key: name, line }) => [name, line])),
  subject: mail.subject ?? "",
  sender: mail.from?.text ?? "",
  text: mail.text ?? "",
  html: mail.html || "",
  files: mail.attachments.map((it) => ({
    name: it.filename ?? "",
    type: it.headers.get("content-type")?.value ?? "",
    method: it.headers.get("content-type")?.params?.method ?? "",
    content: it.content.toString("utf8"),
  })),
});

createInterface({ input: process.stdin }).on("line", (line) => {
  const { at, code } = JSON.parse(line);
  faults[at].push(code);
  say({ misbehaves: at });
});

server.on("error", () => {}); // Lines that are cut off are part of the tests.
server.listen(0, "127.0.0.1", () =>
  say({ listening: server.server.address().port }));
