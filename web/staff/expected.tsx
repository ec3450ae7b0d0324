// Who is expected today, who is late, and the press that says they are here or
// will not come.

import { useState } from "preact/hooks";
import { useNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import { offersOf, type Step, type Viewer } from "./actions.ts";
import { expectedAt, type Expected } from "./expected.ts";
import { walkRows } from "./keyboard.ts";
import { serviceName } from "./names.ts";
import { calledIn } from "./parts.tsx";
import type { Here } from "./staff_page.tsx";
import type { Visit } from "./topic.ts";

interface ExpectedCardProps {
  here: Here;
  viewer: Omit<Viewer, "now">;
  onlyLate?: boolean;
  onPress(step: Step, visit: Visit): void;
  onDetails(visit: Visit): void;
}

const firstShown = 8;

export function ExpectedCard(props: ExpectedCardProps) {
  const now = useNow(10_000);
  const [all, showAll] = useState(false);
  const expected = expectedAt(props.here.desk, now)
    .filter(({ late }) => !props.onlyLate || late > 0);
  const shown = all ? expected : expected.slice(0, firstShown);
  if (props.onlyLate && expected.length === 0) return null;
  return (
    <section class="card aside" aria-labelledby="expected-title">
      <h2 id="expected-title">
        {t("expected.title")} <span class="count">{expected.length}</span>
      </h2>
      {expected.length === 0 && <p class="soft">{t("expected.none")}</p>}
      <ul class="rows" onKeyDown={walkRows}>
        {shown.map((each) => (
          <Row {...props} key={each.visit.id} expected={each} now={now} />
        ))}
      </ul>
      {expected.length > shown.length && (
        <button
          type="button" class="button button-quiet"
          onClick={() => showAll(true)}
        >{t("expected.all", { count: expected.length })}</button>
      )}
    </section>
  );
}

type RowProps = ExpectedCardProps & { expected: Expected; now: number };

function Row({ expected, now, ...props }: RowProps) {
  const { visit, time, late } = expected;
  const { desk } = props.here;
  return (
    <li class="row row-aside row-expected" data-row={visit.id}>
      <button
        type="button" class="row-number" data-kind="details"
        aria-label={`${time}, ${t("desk.more_for", {
          number: calledIn(visit),
        })}`}
        onClick={() => props.onDetails(visit)}
      >{time}</button>
      <div class="row-what">
        <span class="row-service">{serviceName(desk, visit.service)}</span>
        {late > 0 && (
          <p class="row-soft row-late">
            {t("expected.late", { minutes: late })}
          </p>
        )}
      </div>
      <ExpectedSteps {...props} visit={visit} now={now} />
    </li>
  );
}

interface StepsProps {
  here: Here;
  viewer: Omit<Viewer, "now">;
  visit: Visit;
  now: number;
  onPress(step: Step, visit: Visit): void;
}

/** "Is here", and once they are late "absent". */
export function ExpectedSteps(props: StepsProps) {
  const { here, visit, now } = props;
  const number = calledIn(visit);
  return (
    <div class="row-do">
      {offersOf(here.desk, visit, { ...props.viewer, now })
        .filter(({ blocked }) => !blocked)
        .map(({ step }) => (
          <button
            type="button" class="button button-plain button-small" key={step}
            data-step={step} aria-disabled={here.offline || undefined}
            aria-label={t("desk.step_of", {
              step: t(`desk.step.${step}`), number,
            })}
            onClick={() => here.offline
              ? here.office.say({ text: t("desk.blocked.offline"), tone: "bad" })
              : props.onPress(step, visit)}
          >{t(`desk.step.${step}`)}</button>
        ))}
    </div>
  );
}
