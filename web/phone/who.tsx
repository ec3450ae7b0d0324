// For whom, while the time is kept: name and telephone, and Enter.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Refusal } from "../shared/api.ts";
import { useNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import {
  wrongAnswers, type FormAnswers, type FormField, type FormWrong,
} from "../shared/form.ts";
import { FormFields } from "../shared/form_fields.tsx";
import { phoneOf } from "../shared/phone.ts";
import { Button, Field, Notice } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Site, Start } from "../staff/booking.ts";
import { Near } from "../staff/when.tsx";
import type { Person, Written } from "../staff/topic.ts";

export interface WhoProps {
  site: Site;
  form: FormField[]; // Of the service.
  start: Start;
  until: number | null; // Of the hold; null where nothing is held.
  person: Person;
  busy: boolean;
  problem: Refusal | null;
  type(more: Person): void;
  confirm(): void;
  instead(start: Start): void;
  back(): void;
}

export function Who(props: WhoProps) {
  const { site, form, start, person, busy, problem } = props;
  const { answers = {} } = person;
  const [tried, tryIt] = useState(false);
  const wrong = tried ? malformed(form, answers) : {};
  const name = useRef<HTMLDivElement>(null);
  useEffect(() => name.current?.querySelector("input")?.focus(),
    [start.start]);
  const noName = tried && !person.name?.trim();
  const badPhone = tried && phoneOf(person.phone ?? "") === null;
  const send = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    const isWrong = !person.name?.trim()
      || phoneOf(person.phone ?? "") === null
      || Object.keys(malformed(form, answers)).length > 0;
    if (isWrong) return;
    props.confirm();
  };
  return (
    <form class="phone-who" onSubmit={send} noValidate>
      <p class="phone-chosen">
        <span>{dateThere(start.start, site.zone)}</span>{" "}
        <strong class="number">{timeThere(start.start, site.zone)}</strong>
      </p>
      <Kept {...props} />
      <Near
        problem={problem} site={site} busy={busy}
        pick={(slot) => props.instead({ start: slot.start })}
      />
      <div ref={name}>
        <PersonFields
          person={person} type={props.type}
          noName={noName ? t("phone.name_missing") : undefined}
          error={badPhone ? t("book.phone_wrong") : undefined}
        />
      </div>
      <FormFields
        form={form} given={answers} wrong={wrong}
        answer={(id, text) =>
          props.type({ answers: { ...answers, [id]: text } })}
      />
      <div class="sheet-foot">
        <Button type="submit" look="main" busy={busy}>
          {t("phone.confirm")}
        </Button>
        <Button look="quiet" onClick={props.back}>
          {t("phone.other_time")}
        </Button>
      </div>
    </form>
  );
}

/** A caller need not know every answer; what is said must be possible. */
function malformed(form: FormField[], answers: FormAnswers): FormWrong {
  return wrongAnswers(form.map((field) => ({ ...field, required: false })),
    answers);
}

/** Says once that time is over, and does not count the seconds down aloud. */
function Kept({ start, until, site }: WhoProps) {
  const now = useNow(5_000);
  if (start.beyond) return <Notice tone="warn">{t("phone.beyond")}</Notice>;
  if (until === null) return null;
  if (now >= until) return <Notice tone="warn">{t("phone.kept_over")}</Notice>;
  return (
    <p class="soft" role="status">
      {t("phone.kept", { time: timeThere(until, site.zone) })}
    </p>
  );
}

interface PersonFieldsProps {
  person: Person;
  noName?: string | undefined;
  error?: string | undefined; // About the telephone.
  type(more: Person): void;
}

export function PersonFields(props: PersonFieldsProps) {
  return (
    <div class="ticket-pair">
      <Text {...props} name="name" label={t("phone.name")}
        error={props.noName} />
      <Text {...props} name="phone" label={t("phone.phone")} mode="tel" />
      <Text {...props} name="email" label={t("phone.email")} mode="email"
        error={undefined} />
      <Text {...props} name="note" label={t("phone.note")}
        error={undefined} />
    </div>
  );
}

interface TextProps extends PersonFieldsProps {
  name: Written;
  label: string;
  mode?: "text" | "tel" | "email";
}

function Text({ name, label, mode, error, person, type }: TextProps) {
  return (
    <Field label={label} error={error}>
      {(ids) => (
        <input
          {...ids} type="text" inputMode={mode ?? "text"} autocomplete="off"
          maxLength={name === "note" ? 1000 : name === "phone" ? 30 : 200}
          value={person[name] ?? ""} aria-invalid={error ? true : undefined}
          onInput={(event) => type({ [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}
