// A place that is kept for this visit until some time: to take or to leave.

import { useNow } from "../shared/clock.ts";
import { pick, t } from "../shared/i18n.ts";
import { Button, Problem } from "../shared/ui.tsx";
import { dateThere, dayThere, timeThere } from "../shared/zoned.ts";
import type { Offer } from "./appointment.ts";
import { useVisitAction } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface OfferProps {
  visit: Visit;
  offer: Offer;
  token: string;
}

const everyMoment = 10_000;

export function OfferCard({ visit, offer, token }: OfferProps) {
  const taking = useVisitAction(token, "offer/accept");
  const leaving = useVisitAction(token, "offer/decline");
  const answer = { version: visit.version, start: offer.start };
  const { start, zone } = offer;
  return (
    <section class="card offer" aria-labelledby="offer-title">
      <h2 id="offer-title">{t("ticket.offer")}</h2>
      <p class="offer-when">
        {dateThere(start, zone)} <span class="number">
          {timeThere(start, zone)}
        </span>
      </p>
      <p>{pick(offer.site_name) || pick(visit.office.name)}</p>
      <Until offer={offer} />
      <Problem problem={taking.problem ?? leaving.problem} />
      <div class="choices">
        <Button
          look="main" wide busy={taking.busy}
          onClick={() => taking.start(answer)}
        >{t("ticket.offer_take")}</Button>
        <Button
          wide busy={leaving.busy} onClick={() => leaving.start(answer)}
        >{t("ticket.offer_leave")}</Button>
      </div>
    </section>
  );
}

/** Minutes while they are few, else until when. */
function Until({ offer }: { offer: Offer }) {
  const now = useNow(everyMoment);
  const { until, zone } = offer;
  const minutes = Math.max(0, Math.ceil((until - now) / 60_000));
  const isToday = dayThere(now, zone) === dayThere(until, zone);
  const time = timeThere(until, zone);
  return (
    <p class="offer-until">
      {minutes < 60 ? t("ticket.offer_minutes", { count: minutes })
        : isToday ? t("ticket.offer_today", { time })
          : t("ticket.offer_until", { day: dateThere(until, zone), time })}
    </p>
  );
}
