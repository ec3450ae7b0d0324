// What was chosen so far, each with the way back to it; and how far one is.

import { pick, t } from "../shared/i18n.ts";
import { dateThere, dayInWords, timeThere } from "../shared/zoned.ts";
import { minutesFor, type Booking } from "./booking.ts";
import {
  serviceIn, siteIn, stepsOf, type Chosen, type Step,
} from "./steps.ts";

type Row = Exclude<Step, "details">;

interface SummaryProps {
  booking: Booking;
  chosen: Chosen;
  isMoving: boolean;
  goTo(step: Step): void;
}

export function Summary({ booking, chosen, isMoving, goTo }: SummaryProps) {
  const service = serviceIn(booking, chosen);
  const site = siteIn(booking, chosen);
  const { persons, place, day, hold, to, second } = chosen;
  const start = hold?.start ?? to;
  const steps = stepsOf(booking, service);
  const rows: [Row, string][] = [];
  if (service) rows.push(["service", pick(service.name)]);
  if (chosen.site) rows.push(["site", pick(site.name)]);
  if (place && place !== "counter")
    rows.push(["place", t(`book_place.${place}`)]);
  if (service && persons) rows.push(["persons",
    `${t("join.persons_count", { count: persons })}, ${
      t("book.minutes", { lo: minutesFor(service, persons) })}`]);
  if (start) rows.push(["day", dateThere(start, site.zone)],
    ["time", timeThere(start, site.zone)]);
  else if (day) rows.push(["day", dayInWords(day)]);
  const fixed: Step[] = isMoving ? ["service", "site", "place", "persons"] : [];
  return (
    <aside class="summary" aria-labelledby="summary">
      <h2 id="summary">{t("book.yours")}</h2>
      {rows.length === 0 && <p class="soft">{t("book.yours_empty")}</p>}
      <dl>{rows.map(([step, value]) => <div key={step}>
        <dt>{t(`book_row.${step}`)}</dt>
        <dd>{value}</dd>
        {steps.includes(step) && !fixed.includes(step) && <dd>
          <button type="button" class="change" onClick={() => goTo(step)}>
            {t("book.change")}
            <span class="hidden">, {t(`book_row.${step}`)}</span>
          </button>
        </dd>}
      </div>)}
      {second && <div>
        <dt>{t("book.second_row")}</dt>
        <dd>{dateThere(second.start, site.zone)}, {
          timeThere(second.start, site.zone)}</dd>
      </div>}</dl>
    </aside>
  );
}

export function Progress({ step, steps }: { step: Step; steps: Step[] }) {
  const at = steps.indexOf(step) + 1;
  return (
    <div class="progress">
      <p>{t("book.progress", { at, of: steps.length })}</p>
      <div class="bar" aria-hidden="true">
        {steps.map((one, i) =>
          <span key={one} class={i < at ? "bar-done" : ""} />)}
      </div>
    </div>
  );
}
