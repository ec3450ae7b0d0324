// What a service asks people to have with them, one thing a line.

import { pick, t } from "../shared/i18n.ts";
import type { Visit } from "./visit.ts";

export function Bring({ visit }: { visit: Visit }) {
  const list = pick(visit.bring).split("\n").filter((line) => line.trim());
  if (list.length === 0) return null;
  return (
    <section class="card bring">
      <h2>{t("ticket.bring")}</h2>
      <ul>{list.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
