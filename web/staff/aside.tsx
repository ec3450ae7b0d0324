// Beside the line: people set aside or absent, and the other counters.

import type { ComponentChildren } from "preact";
import { t } from "../shared/i18n.ts";
import { asideOf, moodOf } from "./line.ts";
import { counterName, serviceName } from "./names.ts";
import { VisitNumber, Waited } from "./parts.tsx";
import { walkRows } from "./keyboard.ts";
import type { Desk, Visit } from "./topic.ts";

interface AsideProps {
  desk: Desk;
  phase: "parked" | "missed";
  rowButtons?(visit: Visit): ComponentChildren;
  onDetails(visit: Visit): void;
}

export function Aside({ desk, phase, rowButtons, onDetails }: AsideProps) {
  const visits = asideOf(desk, phase);
  return (
    <section class="card aside" aria-labelledby={`${phase}-title`}>
      <h2 id={`${phase}-title`}>
        {t(`desk.aside.${phase}`)} <span class="count">{visits.length}</span>
      </h2>
      {visits.length === 0 && (
        <p class="soft">{t(`desk.aside_none.${phase}`)}</p>
      )}
      <ul class="rows" onKeyDown={walkRows}>
        {visits.map((visit) => (
          <li class="row row-aside" key={visit.id} data-row={visit.id}>
            <VisitNumber visit={visit} onDetails={onDetails} />
            <div class="row-what">
              <span class="row-service">
                {visit.reason || serviceName(desk, visit.service)}
              </span>
              <p class="soft row-soft">
                <Since since={visit.since} />
                {phase === "parked" && ` · ${visit.agent
                  ? t("desk.by", { agent: visit.agent })
                  : t("desk.by_anyone")}`}
              </p>
            </div>
            <div class="row-do">{rowButtons?.(visit)}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Since({ since }: { since: number | undefined }) {
  const [before, after] = t("desk.since", { time: "|" }).split("|");
  return <>{before}<Waited since={since} />{after}</>;
}

interface CountersProps {
  desk: Desk;
  mine: string | null;
}

export function Counters({ desk, mine }: CountersProps) {
  return (
    <section class="card aside" aria-labelledby="counters-title">
      <h2 id="counters-title">{t("desk.counters")}</h2>
      <ul class="counters">
        {Object.keys(desk.setup.counters).map((id) => (
          <Counter key={id} desk={desk} id={id} mine={id === mine} />
        ))}
      </ul>
    </section>
  );
}

function Counter(props: { desk: Desk; id: string; mine: boolean }) {
  const { desk, id, mine } = props;
  const state = desk.counters[id];
  const mood = moodOf(state);
  const visit = state?.visit ? desk.visits[String(state.visit)] : undefined;
  return (
    <li class={`counter counter-${mood}`}>
      <span class="counter-dot" aria-hidden="true" />
      <span class="counter-name">{counterName(desk, id)}</span>
      <span class="counter-mood">
        {t(`desk.mood.${mood}`, { number: visit?.number ?? "" })}
        {mood === "offline" && visit && ` · ${visit.number}`}
      </span>
      {mood !== "closed" && (
        <span class="soft counter-who">
          {mine ? t("desk.you") : state?.agent}
          {mood === "break" && state?.break_reason
            && ` · ${state.break_reason}`}
          {mood !== "free" && state?.since && (
            <> · <Since since={mood === "busy" ? visit?.since : state.since} />
            </>
          )}
        </span>
      )}
    </li>
  );
}
