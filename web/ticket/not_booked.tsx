// An appointment that is none any more, or not yet: what happened, and the way
// to another one.

import { useNow } from "../shared/clock.ts";
import { t, type Key } from "../shared/i18n.ts";
import type { Appointment } from "./appointment.ts";
import { Arrival, isToday } from "./arrival.tsx";
import { StruckSlip } from "./struck_slip.tsx";
import type { Phase, Visit } from "./visit.ts";

const words: Partial<Record<Phase, readonly [Key, Key]>> = {
  held: ["ticket.held", "ticket.held_hint"],
  expired: ["ticket.expired", "ticket.expired_hint"],
  no_show: ["ticket.no_show", "ticket.no_show_hint"],
  left: ["ticket.booking_left", "ticket.booking_left_hint"],
  cancelled: ["ticket.booking_cancelled", "ticket.booking_cancelled_hint"],
};

// What the office says by itself, and else what its staff wrote.
const said: Record<string, Key> = {
  offers_used_up: "ticket.why_offers_used_up",
  list_ended: "ticket.why_list_ended",
  booked_again: "ticket.why_booked_again",
};

function whyOf(reason: string): string {
  const known = said[reason];
  return known ? t(known) : t("ticket.postponed_reason", { reason });
}

interface NotBookedProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
}

export function NotBooked({ visit, appointment, token }: NotBookedProps) {
  const now = useNow(10_000);
  const mayCome = visit.phase === "no_show" && isToday(appointment, now);
  const [news, hint] = words[visit.phase] ?? words.cancelled!;
  return (
    <div class="stack">
      <StruckSlip {...{ visit, appointment }} news={t(news)}>
        {visit.reason && <p>{whyOf(visit.reason)}</p>}
        <p>{t(mayCome ? "ticket.come_all_the_same" : hint)}</p>
      </StruckSlip>
      {mayCome && <Arrival {...{ visit, appointment, token, now }} />}
      <a
        class={`button button-wide${mayCome ? "" : " button-main"}`}
        href={`/book/${encodeURIComponent(visit.office.id)}`}
      >{t("title.book")}</a>
    </div>
  );
}
