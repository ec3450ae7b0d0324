// What a step asks for before it is sent: a reason, a service, a counter.

import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { t, type Key } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { counterName, queueName, serviceName } from "./names.ts";
import type { Details } from "./requests.ts";
import type { Desk, Priority, Visit } from "./topic.ts";

interface FormProps {
  desk: Desk;
  visit: Visit;
  busy: boolean;
  onSend(details: Details): void;
  onBack(): void;
}

interface SheetProps {
  hint?: string;
  go: string;
  danger?: boolean;
  busy: boolean;
  children: ComponentChildren;
  onSubmit(): void;
  onBack(): void;
}

/** A form with its two buttons; Enter sends it. */
export function Sheet(props: SheetProps) {
  const send = (event: Event) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <form class="sheet" onSubmit={send} noValidate>
      {props.hint && <p class="soft">{props.hint}</p>}
      {props.children}
      <div class="sheet-foot">
        <Button
          type="submit" look={props.danger ? "danger" : "main"}
          busy={props.busy}
        >{props.go}</Button>
        <Button look="quiet" onClick={props.onBack}>{t("desk.back")}</Button>
      </div>
    </form>
  );
}

interface ReasonProps {
  value: string;
  common: readonly Key[]; // One press instead of typing.
  error?: string | undefined;
  onChange(value: string): void;
}

export function Reason({ value, common, error, onChange }: ReasonProps) {
  return (
    <div class="stack">
      {common.length > 0 && (
        <div class="quick" role="group" aria-label={t("desk.reason")}>
          {common.map((key) => (
            <button
              type="button" class="button button-small" key={key}
              aria-pressed={value === t(key)} onClick={() => onChange(t(key))}
            >{t(key)}</button>
          ))}
        </div>
      )}
      <Field label={t("desk.reason")} error={error}>
        {(ids) => (
          <input
            {...ids} type="text" maxLength={200} value={value} required
            aria-invalid={error ? true : undefined} autocomplete="off"
            onInput={(event) => onChange(event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}

const common = {
  park: [
    "desk.park_copies", "desk.park_form", "desk.park_photo",
    "desk.park_payment",
  ],
  cancel: ["desk.cancel_asked", "desk.cancel_mistake", "desk.cancel_twice"],
} as const;

/** Setting aside and cancelling both need a reason and nothing else. */
export function ReasonForm(props: FormProps & { step: "park" | "cancel" }) {
  const [reason, change] = useState("");
  const [tried, tryIt] = useState(false);
  const missing = tried && !reason.trim();
  return (
    <Sheet
      hint={t(`desk.hint.${props.step}`)} go={t(`desk.step.${props.step}`)}
      danger={props.step === "cancel"} busy={props.busy} onBack={props.onBack}
      onSubmit={() => {
        tryIt(true);
        if (reason.trim()) props.onSend({ reason: reason.trim() });
      }}
    >
      <Reason
        value={reason} common={common[props.step]} onChange={change}
        error={missing ? t("desk.reason_needed") : undefined}
      />
    </Sheet>
  );
}

interface ServiceProps {
  desk: Desk;
  value: string;
  onChange(value: string): void;
}

/** Services by queue; closed lines say so. */
function ServiceField({ desk, value, onChange }: ServiceProps) {
  return (
    <Field label={t("desk.service")}>
      {(ids) => (
        <select
          {...ids} value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {Object.keys(desk.setup.queues).map((queue) => (
            <optgroup key={queue} label={lineLabel(desk, queue)}>
              {Object.keys(desk.setup.services)
                .filter((id) => desk.setup.services[id]?.queue === queue)
                .map((id) => (
                  <option key={id} value={id}>{serviceName(desk, id)}</option>
                ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

function lineLabel(desk: Desk, queue: string): string {
  const name = queueName(desk, queue);
  const isOpen = desk.queues[queue]?.open;
  return isOpen ? name : `${name} – ${t("desk.closed_queue")}`;
}

/** `asksReason` after the office has refused for want of one. */
export function TransferForm(props: FormProps & { asksReason: boolean }) {
  const { desk, visit } = props;
  const [service, choose] = useState(visit.service);
  const [counter, send] = useState("");
  const [reason, change] = useState("");
  const queue = desk.setup.services[service]?.queue ?? "";
  const isClosed = queue !== visit.queue && desk.queues[queue]?.open === false;
  const asksReason = props.asksReason || isClosed;
  const stays = service === visit.service && counter === (visit.wanted ?? "");
  const [tried, tryIt] = useState(false);
  const missing = tried && asksReason && !reason.trim();
  const counters = Object.entries(desk.setup.counters)
    .filter(([, counter]) => counter.serves.includes(service));
  return (
    <Sheet
      hint={t("desk.transfer_hint")} go={t("desk.step.transfer")}
      busy={props.busy} onBack={props.onBack}
      onSubmit={() => {
        tryIt(true);
        if (stays || (asksReason && !reason.trim())) return;
        props.onSend({ service, counter, reason: reason.trim() });
      }}
    >
      <ServiceField
        desk={desk} value={service}
        onChange={(wish) => {
          choose(wish);
          send("");
        }}
      />
      <Field label={t("desk.counter")}>
        {(ids) => (
          <select
            {...ids} value={counter}
            onChange={(event) => send(event.currentTarget.value)}
          >
            <option value="">{t("desk.any_counter")}</option>
            {counters.map(([id]) => (
              <option key={id} value={id}>
                {counterName(desk, id)}
                {!desk.counters[id]?.agent && ` – ${t("desk.mood.closed")}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {tried && stays && (
        <p class="notice notice-warn" role="alert">
          {t("desk.transfer_stays")}
        </p>
      )}
      {asksReason && (
        <>
          <p class="notice notice-warn">{t("desk.transfer_closed")}</p>
          <Reason
            value={reason} common={[]} onChange={change}
            error={missing ? t("desk.reason_needed") : undefined}
          />
        </>
      )}
    </Sheet>
  );
}

export function ServiceForm(props: FormProps) {
  const [service, choose] = useState(props.visit.service);
  return (
    <Sheet
      go={t("desk.step.change_service")} busy={props.busy}
      onBack={props.onBack} onSubmit={() => props.onSend({ service })}
    >
      <ServiceField desk={props.desk} value={service} onChange={choose} />
    </Sheet>
  );
}

export function PriorityForm(props: FormProps) {
  const [priority, choose] = useState(props.visit.priority ?? "standard");
  return (
    <Sheet
      go={t("desk.confirm")} busy={props.busy}
      onBack={props.onBack} onSubmit={() => props.onSend({ priority })}
    >
      <PriorityChoice value={priority} onChange={choose} />
    </Sheet>
  );
}

interface PriorityProps {
  value: Priority;
  onChange(value: Priority): void;
}

export function PriorityChoice({ value, onChange }: PriorityProps) {
  return (
    <Choice
      label={t("reception.priority")} value={value} onChange={onChange}
      options={(["standard", "appointment", "priority"] as const).map(
        (each) => ({ value: each, text: t(`desk.priority.${each}`) }),
      )}
    />
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; text: string }[];
  onChange(value: T): void;
}

/** A few answers side by side, of which one holds. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{props.label}</legend>
      {props.options.map(({ value, text }) => (
        <label key={value}>
          <input
            type="radio" name={name} value={value}
            checked={value === props.value}
            onChange={() => props.onChange(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
