// "I am here": by one press, or with the code that the door shows.

import { useState } from "preact/hooks";
import { doorCodeSeen } from "../shared/door_code.ts";
import { t } from "../shared/i18n.ts";
import { Button, Field, Problem } from "../shared/ui.tsx";
import { dayThere, timeThere } from "../shared/zoned.ts";
import type { Appointment } from "./appointment.ts";
import { useVisitAction } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface ArrivalProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
  now: number;
}

export function isToday({ start, zone }: Appointment, now: number): boolean {
  return dayThere(now, zone) === dayThere(start, zone);
}

export function Arrival({ visit, appointment, token, now }: ArrivalProps) {
  const arriving = useVisitAction(token, "arrive");
  const [code, type] = useState(() => doorCodeSeen(visit.office.id));
  const [asked, ask] = useState(false);
  const { start, zone, arrive_from = start, code_at_door } = appointment;
  const needsCode = code_at_door === true
    || arriving.problem?.name === "door_code_is_needed" || code !== "";
  if (now < arrive_from) {
    const time = timeThere(arrive_from, zone);
    return <p class="advice">{t(isToday(appointment, now)
      ? "ticket.arrive_today" : "ticket.arrive_then", { time })}</p>;
  }
  const isCode = /^\d{6}$/.test(code.replaceAll(" ", ""));
  const send = (event: Event) => {
    event.preventDefault();
    ask(true);
    if (needsCode && !isCode) return;
    void arriving.start({
      version: visit.version, ...(needsCode && { code }),
    });
  };
  return (
    <form class="stack" onSubmit={send} noValidate>
      <Problem problem={arriving.problem} />
      {needsCode && <Field
        label={t("ticket.door_code")} hint={t("ticket.door_code_hint")}
        error={asked && !isCode ? t("ticket.needs_door_code") : undefined}
      >
        {(ids) => <input
          {...ids} class="door-code number" type="text" inputMode="numeric"
          autocomplete="one-time-code" maxLength={7} value={code}
          onInput={(event) => type(event.currentTarget.value)}
        />}
      </Field>}
      <Button type="submit" look="main" wide busy={arriving.busy}>
        {t("ticket.arrive")}
      </Button>
      <p class="advice">{t("ticket.arrive_hint")}</p>
    </form>
  );
}
