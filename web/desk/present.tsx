// The visit at this counter, large, with the one step that comes next.

import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { useNow } from "../shared/clock.ts";
import { pick, t } from "../shared/i18n.ts";
import {
  offersOf, presentVisit, primaryOf, recallsOf, type Offer, type Step,
  type Viewer,
} from "../staff/actions.ts";
import { Choice } from "../staff/forms.tsx";
import { keyOf } from "../staff/keys.ts";
import { waitingFor } from "../staff/line.ts";
import { counterName, serviceName } from "../staff/names.ts";
import { Key, Marks, StepButton, Waited } from "../staff/parts.tsx";
import { Messages } from "../staff/messages.tsx";
import { PersonRecord } from "../staff/person.tsx";
import { asClock, asMinutes, minutesSince } from "../staff/times.ts";
import type { Here } from "../staff/staff_page.tsx";
import type { Outcome, Person, Visit } from "../staff/topic.ts";
import { VisitVideo } from "../staff/video.tsx";

export interface PresentProps extends Here {
  viewer: Omit<Viewer, "now"> & { counter: string };
  outcome: Outcome;
  onOutcome(outcome: Outcome): void;
  onPress(step: Step, visit?: Visit): void;
  onDescribe(visit: Visit, person: Person, saved: () => void): void;
  onBreak(): void;
  onLeave(): void;
}

export function Present(props: PresentProps) {
  const { desk, viewer } = props;
  const now = useNow(1000);
  const visit = presentVisit(desk, { ...viewer, now });
  const onBreak = desk.counters[viewer.counter]?.on_break;
  return (
    <section class="card present" aria-labelledby="present-title">
      <div class="present-head">
        <h2 id="present-title">{counterName(desk, viewer.counter)}</h2>
        <div class="present-tools">
          {!onBreak && (
            <button
              type="button" class="button button-small"
              onClick={props.onBreak}
            >{t("desk.break")}</button>
          )}
          <button
            type="button" class="button button-small" onClick={props.onLeave}
          >{t("desk.leave_counter")}</button>
        </div>
      </div>
      {visit ? <VisitHere {...props} visit={visit} now={now} />
        : onBreak ? <OnBreak {...props} /> : <Nobody {...props} />}
      <Primary {...props} now={now} />
      {visit && <Steps {...props} visit={visit} now={now} />}
      {visit && (
        <PersonRecord
          key={visit.id} form={desk.setup.services[visit.service]?.form ?? []}
          office={props.id} visit={visit}
          offline={props.offline}
          onSave={(person, saved) => props.onDescribe(visit, person, saved)}
        />
      )}
      {visit && (
        <Messages
          key={`messages-${visit.id}`} office={props.id} visit={visit.id}
          isWaiting={false}
        />
      )}
    </section>
  );
}

function Nobody({ desk, viewer }: PresentProps) {
  const count = waitingFor(desk, viewer.counter);
  return (
    <div class="present-empty">
      <p class="present-count number" aria-hidden="true">{count}</p>
      <p>
        {count > 0 ? t("desk.waiting_for_you", { count })
          : t("desk.none_waiting_for_you")}
      </p>
    </div>
  );
}

function OnBreak({ desk, viewer }: PresentProps) {
  const counter = desk.counters[viewer.counter];
  return (
    <div class="present-empty">
      <p class="present-break">{t("desk.on_break_title")}</p>
      <p class="soft">
        {counter?.break_reason && `${counter.break_reason} · `}
        <Waited since={counter?.since} />
      </p>
    </div>
  );
}

type VisitProps = PresentProps & { visit: Visit; now: number };

function VisitHere({ id, desk, visit, now }: VisitProps) {
  const service = desk.setup.services[visit.service];
  const bring = pick(service?.bring);
  const called = visit.phase === "called";
  const since = called ? visit.last_call : visit.since;
  const waited = called
    ? minutesSince(visit.joined, visit.since ?? now)
    : minutesSince(visit.joined, visit.last_call ?? visit.since ?? now);
  return (
    <div class={`visit visit-${visit.phase}`}>
      <p class="visit-phase">
        {t(called ? "desk.is_called" : "desk.is_serving", {
          time: asClock(since, now),
        })}
      </p>
      <p class="visit-number number">{visit.number}</p>
      <p class="visit-service">{serviceName(desk, visit.service)}</p>
      <p class="soft">
        {t("desk.had_waited", { time: asMinutes(waited) })}
        {service && ` · ${t("desk.expected", { minutes: service.minutes })}`}
      </p>
      <Marks desk={desk} visit={visit} />
      <VisitVideo office={id} visit={visit} />
      {bring && (
        <p class="visit-bring">
          <b>{t("desk.bring")}</b> {bring}
        </p>
      )}
    </div>
  );
}

function Primary(props: PresentProps & { now: number }) {
  const { desk, viewer, office, offline } = props;
  const offer = primaryOf(desk, { ...viewer, now: props.now });
  if (!offer) return null;
  const { step } = offer;
  const busy = office.busy === step;
  const blocked = offline ? "offline" : offer.blocked;
  const why = blocked
    && t(`desk.blocked.${blocked}` as "desk.blocked.offline");
  return (
    <div class="primary">
      {step === "finish" && (
        <Choice
          label={t("desk.outcome")} value={props.outcome}
          onChange={props.onOutcome}
          options={outcomes.map((value) => (
            { value, text: t(`desk.outcome.${value}`) }
          ))}
        />
      )}
      <button
        type="button" id="primary" data-step={step}
        class={`button button-main button-wide ${why ? "blocked" : ""}`}
        aria-disabled={busy || Boolean(why) || undefined}
        aria-keyshortcuts={keyOf(step) ?? undefined}
        aria-describedby={why ? "primary-why" : undefined}
        onClick={() => why
          ? office.say({ text: why, tone: "bad" })
          : props.onPress(step)}
      >
        {busy && <span class="spinner" aria-hidden="true" />}
        <span>{t(`desk.step.${step}`)}</span>
        <Key of={step} />
      </button>
      {why && <p id="primary-why" class="primary-why">{why}</p>}
    </div>
  );
}

const outcomes = [
  "served", "documents_missing", "not_possible", "redirected",
] as const;

const rare: readonly Step[] = ["change_service", "requeue", "cancel"];

function Steps(props: VisitProps) {
  const { desk, visit, viewer, now } = props;
  const [more, showMore] = useState(false);
  const offers = offersOf(desk, visit, { ...viewer, now });
  const often = offers.filter(({ step }) => !rare.includes(step));
  const seldom = offers.filter(({ step }) => rare.includes(step));
  return (
    <>
      <div class="steps">
        {often.map((offer) => (
          <OneStep {...props} key={offer.step} offer={offer}>
            {offer.step === "recall" && <Recalls {...props} offer={offer} />}
          </OneStep>
        ))}
      </div>
      <details
        class="more" open={more}
        onToggle={(event) => showMore(event.currentTarget.open)}
      >
        <summary>{t("desk.more")}</summary>
        <div class="steps">
          {seldom.map((offer) => (
            <OneStep {...props} key={offer.step} offer={offer} />
          ))}
        </div>
      </details>
    </>
  );
}

function OneStep(
  props: VisitProps & { offer: Offer; children?: ComponentChildren },
) {
  const { offer, office, offline, visit } = props;
  return (
    <StepButton
      offer={offline ? { ...offer, blocked: "offline" } : offer}
      look={offer.step === "cancel" ? "button-danger" : "button-plain"}
      busy={office.busy === offer.step}
      onTake={() => props.onPress(offer.step, visit)}
      onBlocked={(text) => office.say({ text, tone: "bad" })}
    >{props.children}</StepButton>
  );
}

/** "1 of 3", and how long until the next may be made. */
function Recalls({ desk, visit, offer }: VisitProps & { offer: Offer }) {
  return (
    <small class="recalls number" aria-hidden="true">
      {offer.seconds
        ? t("desk.in_seconds", { seconds: offer.seconds })
        : t("desk.recalls", {
          count: recallsOf(visit), limit: desk.setup.rules.recall_limit,
        })}
    </small>
  );
}
