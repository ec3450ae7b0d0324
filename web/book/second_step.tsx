// The appointment that is due some days after the first one, whose time is kept
// meanwhile. Both are confirmed in one step.

import { useAction } from "../shared/api.ts";
import { language, pick, t } from "../shared/i18n.ts";
import { dayThere } from "../shared/zoned.ts";
import { hold, type Booking, type FollowUp, type Slot, type Wish }
  from "./booking.ts";
import { DayStep } from "./day_step.tsx";
import { daysLater } from "./month.ts";
import { siteIn, type Chosen } from "./steps.ts";
import { TimeStep } from "./time_step.tsx";

interface SecondProps {
  booking: Booking;
  rule: FollowUp;
  chosen: Chosen; // With the first one's hold.
  choose(more: Chosen): void;
}

export function SecondStep({ booking, rule, chosen, choose }: SecondProps) {
  const first = chosen.hold!;
  const service = booking.services.find(({ id }) => id === rule.service)!;
  const site = siteIn(booking, {
    site: service.sites.includes(chosen.site!) ? chosen.site!
      : service.sites[0]!,
  });
  const wish: Wish = {
    service: service.id, site: site.id, persons: chosen.persons!,
    place: chosen.place!,
  };
  const holding = useAction(async (key: string, slot: Slot) => choose({
    second: await hold(
      booking.id, wish, slot, language(), key, first.token),
  }));
  const day = dayThere(first.start, site.zone);
  const lead = t("book.second_lead", {
    service: pick(service.name), from: rule.days_from, to: rule.days_to,
  });
  const common = { office: booking.id, wish, site };
  if (!chosen.second_day)
    return <DayStep
      {...{ ...common, service, lead }} key="second" now={booking.now}
      title={t("book.second_day")}
      first={daysLater(day, rule.days_from)} last={daysLater(day, rule.days_to)}
      choose={(second_day) => choose({ second_day })}
    />;
  return <TimeStep
    {...common} key="second" day={chosen.second_day}
    busy={holding.busy} problem={holding.problem}
    choose={holding.start} back={() => history.back()}
  />;
}
