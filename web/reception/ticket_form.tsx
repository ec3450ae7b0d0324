// A ticket in few keys: a digit for the service, Enter. All else has a good
// answer already.

import { useRef, useState } from "preact/hooks";
import { languages, t, type Language } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { Choice, PriorityChoice } from "../staff/forms.tsx";
import { serviceName } from "../staff/names.ts";
import { lineOf } from "../staff/order.ts";
import type { Here } from "../staff/staff_page.tsx";
import type { Priority, Visit } from "../staff/topic.ts";

export interface Taken {
  visit: Visit;
  token: string;
}

interface TicketFormProps extends Here {
  onTaken(taken: Taken): void;
}

interface Draft {
  service: string;
  persons: number;
  priority: Priority;
  language: string;
  name: string;
  phone: string;
}

const mostPersons = 20;
const blank: Omit<Draft, "service"> = {
  persons: 1, priority: "standard", language: "fr", name: "", phone: "",
};

export function TicketForm(props: TicketFormProps) {
  const { desk, office, offline } = props;
  const services = Object.keys(desk.setup.services);
  const first = services.find((id) => isOpen(props, id)) ?? services[0] ?? "";
  const [draft, fill] = useState<Draft>({ ...blank, service: first });
  const set = (part: Partial<Draft>) => fill({ ...draft, ...part });
  const form = useRef<HTMLFormElement>(null);

  const send = (event: Event) => {
    event.preventDefault();
    if (offline) return;
    office.want(`take_ticket ${JSON.stringify(draft)}`, async () => {
      const answer = await office.ask("take_ticket", ticketOf(draft), () => "");
      if (!answer.went || !answer.visit) return;
      fill({ ...blank, service: draft.service });
      props.onTaken({ visit: answer.visit, token: answer.token ?? "" });
    });
  };

  return (
    <form
      class="ticket-form" ref={form} onSubmit={send} noValidate
      onKeyDown={(event) => {
        const picked = pickedBy(event, services);
        if (picked && isOpen(props, picked)) set({ service: picked });
      }}
    >
      <Services {...props} value={draft.service}
        onChange={(service) => set({ service })} />
      <div class="ticket-pair">
        <Persons
          value={draft.persons} onChange={(persons) => set({ persons })}
        />
        <Choice
          label={t("reception.language")} value={draft.language}
          onChange={(language) => set({ language })}
          options={Object.entries(languages).map(([value, { name }]) => (
            { value: value as Language, text: name }
          ))}
        />
      </div>
      <PriorityChoice
        value={draft.priority} onChange={(priority) => set({ priority })}
      />
      <div class="ticket-pair">
        <Field label={t("reception.name")}>
          {(ids) => (
            <input
              {...ids} type="text" value={draft.name} maxLength={200}
              autocomplete="off"
              onInput={(event) => set({ name: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t("reception.phone")}>
          {(ids) => (
            <input
              {...ids} type="text" inputMode="tel" value={draft.phone}
              maxLength={30} autocomplete="off"
              onInput={(event) => set({ phone: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Button
        type="submit" look="main" wide disabled={offline}
        busy={office.busy === "take_ticket"}
      >{t("reception.create")}</Button>
    </form>
  );
}

function ticketOf({ name, phone, ...ticket }: Draft) {
  const person = { name: name.trim(), phone: phone.trim() };
  const known = person.name || person.phone;
  return { ...ticket, channel: "reception", ...(known && { person }) };
}

function isOpen({ desk }: Pick<Here, "desk">, service: string): boolean {
  return desk.queues[desk.setup.services[service]?.queue ?? ""]?.open ?? false;
}

/** The service that a digit means, unless somebody types a name or phone. */
function pickedBy(event: KeyboardEvent, services: string[]): string | null {
  const target = event.target as HTMLInputElement;
  if (target.tagName === "INPUT" && target.type !== "radio") return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return /^[1-9]$/.test(event.key) ? services[Number(event.key) - 1] ?? null
    : null;
}

interface ServicesProps extends Here {
  value: string;
  onChange(service: string): void;
}

function Services(props: ServicesProps) {
  const { desk, value, onChange } = props;
  return (
    <fieldset class="services">
      <legend>{t("reception.service")}</legend>
      <p class="soft services-hint">{t("reception.service_hint")}</p>
      {Object.keys(desk.setup.services).map((id, index) => {
        const open = isOpen(props, id);
        const queue = desk.setup.services[id]?.queue ?? "";
        return (
          <label key={id} class="service">
            <input
              type="radio" name="service" value={id} checked={id === value}
              disabled={!open} onChange={() => onChange(id)}
            />
            {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span class="service-name">{serviceName(desk, id)}</span>
            <span class="soft service-state">
              {open
                ? t("desk.waiting", {
                  count: lineOf(desk.visits, queue).length,
                })
                : t("reception.closed")}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

interface PersonsProps {
  value: number;
  onChange(value: number): void;
}

function Persons({ value, onChange }: PersonsProps) {
  const to = (wish: number) =>
    onChange(Math.min(mostPersons, Math.max(1, wish || 1)));
  return (
    <Field label={t("reception.people")}>
      {(ids) => (
        <div class="persons">
          <button
            type="button" class="button" aria-label={t("reception.fewer")}
            disabled={value <= 1} onClick={() => to(value - 1)}
          >−</button>
          <input
            {...ids} type="number" min={1} max={mostPersons} value={value}
            onChange={(event) => to(event.currentTarget.valueAsNumber)}
          />
          <button
            type="button" class="button" aria-label={t("reception.more")}
            disabled={value >= mostPersons} onClick={() => to(value + 1)}
          >+</button>
        </div>
      )}
    </Field>
  );
}
