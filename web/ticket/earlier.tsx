// The wish for an earlier time than the one that is booked.

import { serverNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import { Button, Problem } from "../shared/ui.tsx";
import type { Appointment } from "./appointment.ts";
import { useVisitAction } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface EarlierProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
}

export function Earlier({ visit, appointment, token }: EarlierProps) {
  const asking = useVisitAction(token, "earlier");
  const ending = useVisitAction(token, "earlier/cancel");
  const { version } = visit;
  if (visit.earlier)
    return (
      <section class="card earlier" aria-labelledby="earlier-title">
        <h2 id="earlier-title">{t("ticket.earlier_waiting")}</h2>
        <p>{t("ticket.earlier_waiting_hint")}</p>
        <Problem problem={ending.problem} />
        <Button busy={ending.busy} onClick={() => ending.start({ version })}>
          {t("ticket.earlier_stop")}
        </Button>
      </section>
    );
  return (
    <>
      <Problem problem={asking.problem} />
      <Button
        busy={asking.busy}
        onClick={() => asking.start({
          version, from: serverNow(), until: appointment.start,
        })}
      >{t("ticket.earlier")}</Button>
    </>
  );
}
