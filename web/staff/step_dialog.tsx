// One visit in a dialog: all its steps, and what the chosen one asks for.

import { useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Dialog, Notice } from "../shared/ui.tsx";
import { useNow } from "../shared/clock.ts";
import { offersOf, type Step, type Viewer } from "./actions.ts";
import {
  PriorityForm, ReasonForm, ServiceForm, TransferForm,
} from "./forms.tsx";
import { serviceName } from "./names.ts";
import type { Answer, Office } from "./office.ts";
import { calledIn, Marks, StepButton, Waited } from "./parts.tsx";
import { Messages } from "./messages.tsx";
import { PersonRecord } from "./person.tsx";
import { needsDetails, type Details } from "./requests.ts";
import type { Desk, Person, Visit } from "./topic.ts";
import { VisitVideo } from "./video.tsx";

/** Which visit, and which of its steps; "all" lets the person choose. */
export interface Opened {
  visit: Visit;
  step: Step | "all";
}

interface StepDialogProps {
  opened: Opened | null;
  desk: Desk;
  viewer: Omit<Viewer, "now">;
  office: Office;
  offline: boolean;
  onTake(step: Step, visit: Visit, details?: Details): Promise<Answer>;
  onDescribe(visit: Visit, person: Person, saved: () => void): void;
  onClose(): void;
}

export function StepDialog(props: StepDialogProps) {
  const { opened, desk } = props;
  const visit = opened
    && (desk.visits[String(opened.visit.id)] ?? opened.visit);
  return (
    <Dialog
      open={visit !== null} onClose={props.onClose}
      title={visit && opened ? titleOf(opened.step, visit) : ""}
    >
      {visit && opened && (
        <Inside {...props} key={visit.id} visit={visit} first={opened.step} />
      )}
    </Dialog>
  );
}

function titleOf(step: Step | "all", visit: Visit): string {
  const number = calledIn(visit);
  switch (step) {
    case "park": return t("desk.park_title", { number });
    case "cancel": return t("desk.cancel_title", { number });
    case "transfer": return t("desk.transfer_title", { number });
    case "change_service": return t("desk.change_title", { number });
    default: return t("desk.visit_title", { number });
  }
}

type InsideProps = StepDialogProps & { visit: Visit; first: Step | "all" };

function Inside(props: InsideProps) {
  const { visit, first, office } = props;
  const [step, choose] = useState(first);
  const [asksReason, askReason] = useState(false);
  const take = (wanted: Step, details?: Details) =>
    office.want(`${wanted} ${visit.id}`, async () => {
      const answer = await props.onTake(wanted, visit, details);
      if (answer.went) props.onClose();
      else if (["queue_is_closed", "queue_is_full"].includes(answer.refusal))
        askReason(true);
    });
  const back = () => first === "all" ? choose("all") : props.onClose();
  return (
    <>
      {office.said?.tone === "bad" && (
        <Notice tone="bad" urgent>{office.said.text}</Notice>
      )}
      {step === "all"
        ? (
          <Overview
            {...props}
            onStep={(wanted) => needsDetails(wanted)
              ? choose(wanted) : take(wanted)}
          />
        )
        : (
          <StepForm
            {...props} step={step} asksReason={asksReason} onBack={back}
            onSend={(details) => take(step, details)}
          />
        )}
    </>
  );
}

interface StepFormProps extends InsideProps {
  step: Step;
  asksReason: boolean;
  onSend(details: Details): void;
  onBack(): void;
}

function StepForm({ step, asksReason, ...props }: StepFormProps) {
  const form = {
    desk: props.desk, visit: props.visit, busy: props.office.busy !== null,
    onSend: props.onSend, onBack: props.onBack,
  };
  switch (step) {
    case "park":
    case "cancel": return <ReasonForm {...form} step={step} />;
    case "transfer": return <TransferForm {...form} asksReason={asksReason} />;
    case "change_service": return <ServiceForm {...form} />;
    default: return <PriorityForm {...form} />;
  }
}

function Overview(props: InsideProps & { onStep(step: Step): void }) {
  const { desk, visit, viewer, office, offline } = props;
  const now = useNow(1000);
  const offers = offersOf(desk, visit, { ...viewer, now });
  return (
    <>
      <div>
        <p>{serviceName(desk, visit.service)}</p>
        <p class="soft">
          {t(`desk.phase.${visit.phase}`)}
          {" · "}{t("desk.since", { time: "" })}<Waited since={visit.since} />
          {visit.reason && ` · ${visit.reason}`}
        </p>
        <Marks desk={desk} visit={visit} />
        <VisitVideo office={desk.office.id} visit={visit} />
      </div>
      <div class="steps">
        {offers.map((offer) => (
          <StepButton
            key={offer.step} busy={office.busy === offer.step}
            offer={offline ? { ...offer, blocked: "offline" } : offer}
            look={offer.step === "cancel" ? "button-danger" : "button-plain"}
            onTake={() => props.onStep(offer.step)}
            onBlocked={(text) => office.say({ text, tone: "bad" })}
          />
        ))}
      </div>
      <PersonRecord
        key={visit.id} form={desk.setup.services[visit.service]?.form ?? []}
        office={desk.office.id} visit={visit} offline={offline}
        onSave={(person, saved) => props.onDescribe(visit, person, saved)}
      />
      <Messages
        key={`messages-${visit.id}`} office={desk.office.id} visit={visit.id}
        isWaiting={visit.phase === "waiting"}
      />
    </>
  );
}
