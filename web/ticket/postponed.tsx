// An appointment that the office called off: why, the voucher, and that another
// one will be offered. Whoever finds one alone need not wait.

import { get } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { pick, t } from "../shared/i18n.ts";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Appointment } from "./appointment.ts";
import { CancelBooking } from "./cancel_booking.tsx";
import { OfferCard } from "./offer.tsx";
import type { Visit } from "./visit.ts";

interface PostponedProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
}

export function Postponed({ visit, appointment, token }: PostponedProps) {
  const { start, zone } = appointment;
  return (
    <div class="stack">
      <article class="slip">
        <header class="slip-head">
          <p class="slip-label">
            <s>{dateThere(start, zone)}, {timeThere(start, zone)}</s>
          </p>
          <p>{pick(visit.service)}</p>
        </header>
        <div class="slip-place">
          <h1 class="slip-news">{t("ticket.postponed")}</h1>
          {visit.reason && <p>
            {t("ticket.postponed_reason", { reason: visit.reason })}
          </p>}
        </div>
      </article>
      {visit.offer
        ? <OfferCard visit={visit} offer={visit.offer} token={token} />
        : <p class="advice">{t("ticket.postponed_hint")}</p>}
      <Voucher token={token} />
      <div class="doings">
        <a
          class="button"
          href={`/book/${encodeURIComponent(visit.office.id)}#move=${token}`}
        >{t("ticket.choose_alone")}</a>
        <CancelBooking visit={visit} token={token} />
      </div>
    </div>
  );
}

function Voucher({ token }: { token: string }) {
  const { value } = useFetched(
    () => get<{ code: string }>("/visit/voucher", { token }), token,
  );
  if (!value) return null;
  return (
    <section class="card voucher" aria-labelledby="voucher-title">
      <h2 id="voucher-title">{t("ticket.voucher")}</h2>
      <p class="voucher-code number">{value.code}</p>
      <p class="soft">{t("ticket.voucher_hint")}</p>
    </section>
  );
}
