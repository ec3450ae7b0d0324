// The desk's own questions: a break, leaving the counter, the shortcuts.

import { useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Notice } from "../shared/ui.tsx";
import { Choice, Reason, Sheet } from "../staff/forms.tsx";
import { shortcuts } from "../staff/keys.ts";
import { leftWaiting, parkedBy } from "../staff/line.ts";
import { counterName, serviceName } from "../staff/names.ts";
import type { Answer, Office } from "../staff/office.ts";
import type { Desk, Visit } from "../staff/topic.ts";

interface DeskDialogProps {
  open: boolean;
  desk: Desk;
  counter: string;
  office: Office;
  onClose(): void;
}

function Refused({ office }: { office: Office }) {
  if (office.said?.tone !== "bad") return null;
  return <Notice tone="bad" urgent>{office.said.text}</Notice>;
}

const breaks = [
  "desk.break_short", "desk.break_lunch", "desk.break_office",
] as const;

export function BreakDialog(
  props: DeskDialogProps & { onBegin(reason: string): Promise<Answer> },
) {
  return (
    <Dialog
      open={props.open} onClose={props.onClose} title={t("desk.break_title")}
    >
      <Refused office={props.office} />
      <BreakForm {...props} />
    </Dialog>
  );
}

function BreakForm(
  props: DeskDialogProps & { onBegin(reason: string): Promise<Answer> },
) {
  const [reason, change] = useState(t(breaks[0]));
  const begin = () => props.office.want("begin_break", async () => {
    if ((await props.onBegin(reason.trim())).went) props.onClose();
  });
  return (
    <Sheet
      hint={t("desk.break_hint")} go={t("desk.begin_break")}
      busy={props.office.busy !== null} onBack={props.onClose}
      onSubmit={begin}
    >
      <Reason value={reason} common={breaks} onChange={change} />
    </Sheet>
  );
}

// -- leaving ------------------------------------------------------------------

export interface Farewell {
  parked?: "give_to_pool" | "requeue" | "keep";
  reason?: string;
}

type LeaveProps = DeskDialogProps & {
  agent: string;
  onLeave(farewell: Farewell): Promise<Answer>;
};

export function LeaveDialog(props: LeaveProps) {
  const { desk, counter } = props;
  const here = desk.counters[counter]?.visit;
  const visit = here ? desk.visits[String(here)] : undefined;
  return (
    <Dialog
      open={props.open} onClose={props.onClose}
      title={t("desk.leave_title", { counter: counterName(desk, counter) })}
    >
      <Refused office={props.office} />
      {visit
        ? (
          <>
            <Notice tone="warn">
              {t("desk.leave_open_visit", { number: visit.number })}
            </Notice>
            <Button look="main" onClick={props.onClose}>
              {t("desk.stay")}
            </Button>
          </>
        )
        : <LeaveForm {...props} />}
    </Dialog>
  );
}

const fates = ["give_to_pool", "requeue", "keep"] as const;

function LeaveForm(props: LeaveProps) {
  const { desk, counter, agent } = props;
  const aside = parkedBy(desk, agent);
  const [fate, choose] = useState<(typeof fates)[number]>("give_to_pool");
  const [reason, change] = useState("");
  const [asked, ask] = useState(false); // The office wants a reason.
  const [tried, tryIt] = useState(false);
  const waiting = leftWaiting(desk, counter);
  const needsReason = asked || waiting.length > 0;
  const leave = () => {
    tryIt(true);
    if (needsReason && !reason.trim()) return;
    props.office.want("sign_out", async () => {
      const answer = await props.onLeave({
        ...(aside.length > 0 && { parked: fate }),
        ...(reason.trim() && { reason: reason.trim() }),
      });
      if (answer.went) props.onClose();
      else if (answer.refusal === "people_are_waiting") ask(true);
    });
  };
  return (
    <Sheet
      go={t("desk.leave_counter")} danger={needsReason}
      busy={props.office.busy !== null} onBack={props.onClose}
      onSubmit={leave}
    >
      {aside.length === 0 && !needsReason && (
        <p class="soft">{t("desk.leave_calm")}</p>
      )}
      {aside.length > 0 && (
        <div class="stack">
          <p>{t("desk.leave_parked", { count: aside.length })}</p>
          <People desk={desk} visits={aside} />
          <Choice
            label={t("desk.aside.parked")} value={fate}
            onChange={(wish) => choose(wish)}
            options={fates.map((value) => (
              { value, text: t(`desk.parked.${value}`) }
            ))}
          />
        </div>
      )}
      {needsReason && (
        <div class="stack">
          {waiting.length > 0 && (
            <div class="notice notice-warn">
              <p><b>{t("desk.leave_waiting", { count: waiting.length })}</b></p>
              <p>{t("desk.leave_waiting_hint")}</p>
            </div>
          )}
          <People desk={desk} visits={waiting} />
          <Reason
            value={reason} common={[]} onChange={change}
            error={tried && !reason.trim()
              ? t("desk.reason_needed") : undefined}
          />
        </div>
      )}
    </Sheet>
  );
}

const listed = 5;

function People({ desk, visits }: { desk: Desk; visits: Visit[] }) {
  return (
    <ul class="people">
      {visits.slice(0, listed).map((visit) => (
        <li key={visit.id}>
          <b class="number">{visit.number}</b>{" "}
          {visit.reason || serviceName(desk, visit.service)}
        </li>
      ))}
      {visits.length > listed && (
        <li class="soft">
          {t("desk.and_more", { count: visits.length - listed })}
        </li>
      )}
    </ul>
  );
}

// -- help ---------------------------------------------------------------------

interface HelpProps {
  open: boolean;
  on: boolean;
  onTurn(on: boolean): void;
  onClose(): void;
}

export function HelpDialog({ open, on, onTurn, onClose }: HelpProps) {
  return (
    <Dialog open={open} onClose={onClose} title={t("desk.help_title")}>
      <label class="check">
        <input
          type="checkbox" checked={on}
          onChange={(event) => onTurn(event.currentTarget.checked)}
        />
        {t("desk.help_on")}
      </label>
      <dl class="keys">
        {[...shortcuts].map(([key, step]) => (
          <div key={key}>
            <dt><kbd>{key.toUpperCase()}</kbd></dt>
            <dd>{t(`desk.step.${step}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="soft">{t("desk.help_hint")}</p>
      <Button onClick={onClose}>{t("desk.close")}</Button>
    </Dialog>
  );
}
