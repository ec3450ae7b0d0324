// Every phase that is neither waiting nor called: what happened, in a
// sentence, and the one thing one can do about it.

import { pick, t, type Key } from "../shared/i18n.ts";
import { Button, Problem } from "../shared/ui.tsx";
import { LeaveButton, useVisitAction } from "./choices.tsx";
import { isClosed, type Phase, type Visit } from "./visit.ts";

interface StandingProps {
  visit: Visit;
  token: string;
}

type Quiet = Exclude<Phase, "waiting" | "called" | "serving" | "held"
  | "booked" | "postponed" | "expired" | "no_show">;

const words: Record<Quiet, readonly [Key, Key]> = {
  parked: ["ticket.parked", "ticket.parked_hint"],
  missed: ["ticket.missed", "ticket.missed_hint"],
  served: ["ticket.served", "ticket.served_hint"],
  left: ["ticket.left", "ticket.left_hint"],
  cancelled: ["ticket.cancelled", "ticket.cancelled_hint"],
  abandoned: ["ticket.abandoned", "ticket.abandoned_hint"],
};

export function Standing({ visit, token }: StandingProps) {
  const { phase } = visit;
  return (
    <div class="stack">
      <article class={`slip slip-${phase}`}>
        <header class="slip-head">
          <p class="slip-label">{t("ticket.your_number")}</p>
          <p class="slip-small number">{visit.number}</p>
          <p>{pick(visit.service)}</p>
        </header>
        <div class="slip-place">
          <h1 class="slip-news">{headline(visit)}</h1>
          <p>{sentence(visit)}</p>
        </div>
      </article>
      {phase === "missed" && <ComeBack visit={visit} token={token} />}
      {(phase === "missed" || phase === "parked") && <div class="doings">
        <LeaveButton visit={visit} token={token} />
      </div>}
      {isClosed(phase) && <a
        class="button button-wide"
        href={`/join/${encodeURIComponent(visit.office.id)}`}
      >{t("ticket.again")}</a>}
    </div>
  );
}

function headline({ phase }: Visit): string {
  return phase === "serving" ? t("ticket.serving")
    : t(words[phase as Quiet][0]);
}

function sentence({ phase, counter_name }: Visit): string {
  return phase === "serving"
    ? t("ticket.serving_at", { counter: pick(counter_name) })
    : t(words[phase as Quiet][1]);
}

function ComeBack({ visit, token }: StandingProps) {
  const back = useVisitAction(token, "requeue");
  return (
    <div class="stack">
      <Problem problem={back.problem} />
      <Button
        look="main" wide busy={back.busy}
        onClick={() => back.start({ version: visit.version })}
      >{t("ticket.come_back")}</Button>
    </div>
  );
}
