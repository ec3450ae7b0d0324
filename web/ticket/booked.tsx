// An appointment before its day and on it: when and where, what to bring, and
// the one thing to press on arrival.

import { useNow } from "../shared/clock.ts";
import { pick, t } from "../shared/i18n.ts";
import { Notice } from "../shared/ui.tsx";
import { dateThere, foreignZone, timeThere } from "../shared/zoned.ts";
import type { Appointment } from "./appointment.ts";
import { Arrival } from "./arrival.tsx";
import { Bring } from "./bring.tsx";
import { CalendarButton } from "./calendar_file.tsx";
import { CancelBooking } from "./cancel_booking.tsx";
import { Earlier } from "./earlier.tsx";
import { KioskCode } from "./kiosk_code.tsx";
import { OfferCard } from "./offer.tsx";
import { Texts } from "./texts.tsx";
import { Video } from "./video.tsx";
import type { Visit } from "./visit.ts";

interface BookedProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
}

const everyMoment = 10_000;

export function Booked({ visit, appointment, token }: BookedProps) {
  const now = useNow(everyMoment);
  const { start, zone, place } = appointment;
  const { change_until = start, cancel_until = start } = appointment;
  const mayMove = now < change_until;
  const mayCancel = now < cancel_until;
  return (
    <div class="stack">
      <Slip visit={visit} appointment={appointment} />
      {appointment.waiting && <Notice tone="warn">
        {t("ticket.on_waiting_list")}
      </Notice>}
      {place === "counter" && !appointment.waiting && <Arrival
        {...{ visit, appointment, token, now }}
      />}
      {place === "video" && <Video token={token} />}
      {visit.offer
        && <OfferCard visit={visit} offer={visit.offer} token={token} />}
      {visit.earlier && <Earlier {...{ visit, appointment, token }} />}
      <Bring visit={visit} />
      <div class="doings">
        <CalendarButton token={token} />
        {place === "counter" && <KioskCode token={token} />}
        {mayMove && <a
          class="button"
          href={`/book/${encodeURIComponent(visit.office.id)}#move=${token}`}
        >{t("ticket.move")}</a>}
        {mayMove && !visit.earlier && !appointment.waiting && <Earlier
          {...{ visit, appointment, token }}
        />}
        {mayCancel && <CancelBooking visit={visit} token={token} />}
      </div>
      {!mayMove && now < start && <p class="soft">
        {t(mayCancel ? "ticket.move_too_late" : "ticket.change_too_late")}
      </p>}
      <Texts visit={visit} token={token} />
      <dl class="facts">
        <div><dt>{t("ticket.office")}</dt>
          <dd>{placeOf(visit, appointment)}</dd></div>
        <div><dt>{t("ticket.length")}</dt><dd>{t("ticket.length_until", {
          time: timeThere(appointment.end, zone),
        })}</dd></div>
        {visit.persons > 1 && <div>
          <dt>{t("ticket.persons")}</dt><dd>{visit.persons}</dd>
        </div>}
      </dl>
    </div>
  );
}

function placeOf(visit: Visit, { site_name }: Appointment): string {
  return pick(site_name) || pick(visit.office.name);
}

function Slip({ visit, appointment }: Omit<BookedProps, "token">) {
  const { start, zone, place } = appointment;
  const foreign = foreignZone(start, zone);
  return (
    <article class="slip slip-booked">
      <header class="slip-head">
        <p class="slip-sure">
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 12.5l4.5 4.5L19 7" />
          </svg>
          {t("ticket.booked")}
        </p>
        <p>{pick(visit.service)}</p>
      </header>
      <div class="slip-place">
        <h1 class="slip-when">
          <span class="slip-day">{dateThere(start, zone)}</span>{" "}
          <span class="slip-time number">{timeThere(start, zone)}</span>
        </h1>
        {foreign && <p class="soft">{foreign}</p>}
        <p class="slip-where">
          {place === "counter" ? placeOf(visit, appointment)
            : t(`book_place.${place}`)}
        </p>
      </div>
    </article>
  );
}
