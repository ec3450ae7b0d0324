// "Your turn": one thing on the screen, readable at arm's length.

import { pick, t } from "../shared/i18n.ts";
import { LeaveButton } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface CalledProps {
  visit: Visit;
  token: string;
  quiet(): void;
}

export function Called({ visit, token, quiet }: CalledProps) {
  const label = visit.counter ?? "";
  const name = pick(visit.counter_name);
  // "Guichet 3" is "Guichet" above a large 3; other names stand as they are.
  const above = name.endsWith(label) ? name.slice(0, -label.length).trim()
    : name;
  const size = label.length <= 2 ? "short"
    : label.length <= 5 ? "middle" : "long";
  return (
    <div class="turn" onPointerDown={quiet}>
      <h1 class="turn-head">{t("ticket.your_turn")}</h1>
      <p class="turn-counter">
        <span class="turn-above">{above || t("ticket.counter")}</span>{" "}
        <span class={`turn-label turn-${size} number`}>{label}</span>
      </p>
      <p class="turn-number">
        <span>{t("ticket.your_number")}</span>{" "}
        <strong class="number">{visit.number}</strong>
      </p>
      <LeaveButton visit={visit} token={token} label="ticket.cannot_come" />
    </div>
  );
}
