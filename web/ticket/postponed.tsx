// An appointment that the office called off: why, the voucher, and that another
// one will be offered. Whoever finds one alone need not wait.

import { get } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import type { Appointment } from "./appointment.ts";
import { CancelBooking } from "./cancel_booking.tsx";
import { OfferCard } from "./offer.tsx";
import { StruckSlip } from "./struck_slip.tsx";
import type { Visit } from "./visit.ts";

interface PostponedProps {
  visit: Visit;
  appointment: Appointment;
  token: string;
}

export function Postponed({ visit, appointment, token }: PostponedProps) {
  return (
    <div class="stack">
      <StruckSlip {...{ visit, appointment }} news={t("ticket.postponed")}>
        {visit.reason && <p>
          {t("ticket.postponed_reason", { reason: visit.reason })}
        </p>}
      </StruckSlip>
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
