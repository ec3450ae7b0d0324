// What a service asks of people: what to have with them, one thing a line, and
// how to come.

import { pick, t } from "../shared/i18n.ts";
import type { Visit } from "./visit.ts";

export function Bring({ visit }: { visit: Visit }) {
  const list = pick(visit.bring).split("\n").filter((line) => line.trim());
  const instructions = pick(visit.instructions);
  return (
    <>
      {list.length > 0 && <section class="card bring">
        <h2>{t("ticket.bring")}</h2>
        <ul>{list.map((line) => <li key={line}>{line}</li>)}</ul>
      </section>}
      {instructions && <section class="card how-to-come">
        <h2>{t("ticket.instructions")}</h2>
        <p>{instructions}</p>
      </section>}
    </>
  );
}
