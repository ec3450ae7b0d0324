// One step after the other, with what was chosen so far beside it.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { language, pick, t } from "../shared/i18n.ts";
import { dayThere } from "../shared/zoned.ts";
import { noAnswers } from "./answers.ts";
import {
  hold, minutesFor, type Answers, type Booking, type Service, type Slot,
  type Wish,
} from "./booking.ts";
import { PersonsStep, PlaceStep, ServiceStep, SiteStep } from "./choices.tsx";
import { DayStep } from "./day_step.tsx";
import { DetailsStep } from "./details_step.tsx";
import { MoveStep } from "./move_step.tsx";
import { chosenFor, type Moving } from "./moving.ts";
import {
  before, completed, serviceIn, siteIn, stepFor, stepsOf, useChosen,
  type Chosen, type Step,
} from "./steps.ts";
import { Progress, Summary } from "./summary.tsx";
import { linkOfPreview } from "./preview.ts";
import { SecondStep } from "./second_step.tsx";
import { TimeStep } from "./time_step.tsx";

interface FlowProps {
  booking: Booking;
  moving: Moving | null;
}

export function Flow({ booking, moving }: FlowProps) {
  const flow = useFlow(booking, moving);
  const { chosen, step } = flow;
  const steps = stepsOf(booking, serviceIn(booking, chosen));
  const isEmpty = booking.services.length === 0;
  return (
    <div class="columns">
      <div class="step" key={step}>
        <p class="place">{pick(booking.name)}</p>
        {!isEmpty && <Progress step={step} steps={steps} />}
        <Face {...{ booking, moving, flow }} />
        {step !== "service" && <button
          type="button" class="button button-quiet step-back"
          onClick={() => history.back()}
        >{t("page.back")}</button>}
      </div>
      {!isEmpty && <Summary
        isMoving={moving !== null} {...{ booking, chosen }} goTo={flow.goTo}
      />}
    </div>
  );
}

function useFlow(booking: Booking, moving: Moving | null) {
  const { chosen: made, choose, correct } = useChosen(booking);
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [looksAhead, lookAhead] = useState(false); // At a time of a preview.
  const fixed = moving ? chosenFor(moving) : {};
  const chosen = completed(booking, { ...made, ...fixed });
  const zone = siteIn(booking, chosen).zone;

  // Another time instead of one that was kept: back leads to the day.
  const settle = (slot: Slot, more: Chosen) => {
    const next = {
      ...chosen, day: dayThere(slot.start, zone), second_day: undefined,
      second: undefined, ...more,
    };
    if (chosen.hold || chosen.to) correct(next);
    else choose(next);
  };
  const holding = useAction(async (key: string, slot: Slot) => {
    const wish = wishIn(chosen);
    settle(slot, {
      hold: await hold(booking.id, wish, slot, language(), key),
    });
  });
  return {
    chosen, answers, step: stepFor(chosen),
    busy: holding.busy, problem: holding.problem,
    note: looksAhead ? t("book.preview_time") : undefined,
    take: (slot: Slot) => {
      if (linkOfPreview()) lookAhead(true);
      else if (moving) settle(slot, { to: slot.start });
      else void holding.start(slot);
    },
    add: (more: Chosen) => {
      holding.clear();
      lookAhead(false);
      choose({ ...chosen, ...more });
    },
    goTo: (earlier: Step) => {
      holding.clear();
      choose(before(earlier, chosen));
    },
    type: (more: Partial<Answers>) =>
      setAnswers((known) => ({ ...known, ...more })),
  };
}

function wishIn({ service, site, persons, place }: Chosen): Wish {
  return {
    service: service!, site: site!, persons: persons!, place: place!,
  };
}

interface FaceProps extends FlowProps {
  flow: ReturnType<typeof useFlow>;
}

function Face(props: FaceProps) {
  const { booking, flow: { chosen, step, add } } = props;
  const service = serviceIn(booking, chosen);
  const common = { booking, choose: add };
  if (!service || step === "service") return <ServiceStep {...common} />;
  if (step === "site") return <SiteStep {...common} service={service} />;
  if (step === "place") return <PlaceStep {...common} service={service} />;
  if (step === "persons") return <PersonsStep {...common} service={service} />;
  return <When {...props} service={service} />;
}

function When({ booking, moving, flow, service }: FaceProps & {
  service: Service;
}) {
  const { chosen, step, busy, problem } = flow;
  const common = {
    office: booking.id, wish: wishIn(chosen), site: siteIn(booking, chosen),
  };
  if (step === "day")
    return <DayStep
      {...{ ...common, service }} now={booking.now}
      lead={leadOf(service, chosen.persons!)}
      choose={(day) => flow.add({ day })}
    />;
  if (step === "time")
    return <TimeStep
      {...{ ...common, busy, problem }} day={chosen.day!} note={flow.note}
      choose={flow.take} back={() => history.back()}
    />;
  if (moving)
    return <MoveStep
      {...{ ...common, moving }} to={chosen.to!} choose={flow.take}
    />;
  if (service.followed_by && !chosen.second)
    return <SecondStep
      {...{ booking, chosen }} rule={service.followed_by} choose={flow.add}
    />;
  return <DetailsStep
    {...{ ...common, service, busy, problem }} hold={chosen.hold!}
    second={chosen.second}
    answers={flow.answers} type={flow.type} choose={flow.take}
    service={service} tells={booking.messages ?? false}
  />;
}

function leadOf(service: Service, persons: number): string {
  const length = t("book.minutes", { lo: minutesFor(service, persons) });
  const parts = [pick(service.name), length];
  if (service.minutes.length > 1)
    parts.splice(1, 0, t("join.persons_count", { count: persons }));
  return parts.join(", ");
}
