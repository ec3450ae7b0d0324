// A person's record: read only when somebody opens it, since each reading is
// written down, and forgotten with the visit it belongs to.

import { useState } from "preact/hooks";
import { get } from "../shared/api.ts";
import {
  answerInWords, type FormAnswers, type FormField,
} from "../shared/form.ts";
import { pick, t } from "../shared/i18n.ts";
import { Button, Field, Notice } from "../shared/ui.tsx";
import type { Person, Visit, Written } from "./topic.ts";

interface RecordProps {
  office: string;
  form: FormField[]; // Of the service.
  visit: Visit;
  offline: boolean;
  onSave(person: Person, saved: () => void): void;
}

/** Give it the visit's id as key. */
export function PersonRecord(props: RecordProps) {
  const [person, show] = useState<Person | "loading" | "failed" | null>(null);
  const open = (event: Event) => {
    const opened = (event.currentTarget as HTMLDetailsElement).open;
    if (!opened || (person !== null && person !== "failed")) return;
    show("loading");
    get<Person>(`/offices/${props.office}/visits/${props.visit.id}/person`)
      .then((found) => show(found ?? {}), () => show("failed"));
  };
  return (
    <details class="record" onToggle={open}>
      <summary>
        {t("desk.person.title")}
        {!props.visit.described && (
          <span class="soft"> – {t("desk.person_none")}</span>
        )}
      </summary>
      {person === "loading" && <p class="soft">{t("desk.person_loading")}</p>}
      {person === "failed" && (
        <Notice tone="bad">{t("desk.person_failed")}</Notice>
      )}
      {person !== null && typeof person === "object" && (
        <PersonForm
          person={person} form={props.form} offline={props.offline}
          onSave={props.onSave}
        />
      )}
    </details>
  );
}

const fields = [
  { name: "name", mode: "text", most: 200 },
  { name: "phone", mode: "tel", most: 30 },
  { name: "email", mode: "email", most: 200 },
] as const;

interface FormProps {
  person: Person;
  form: FormField[];
  offline: boolean;
  onSave(person: Person, saved: () => void): void;
}

function PersonForm({ person, form, offline, onSave }: FormProps) {
  const [draft, change] = useState(person);
  const [saved, keep] = useState(person);
  const edited = JSON.stringify(draft) !== JSON.stringify(saved);
  const save = (event: Event) => {
    event.preventDefault();
    if (edited) onSave(draft, () => keep(draft));
  };
  const take = (name: Written) => (event: Event) =>
    change({ ...draft, [name]: (event.target as HTMLInputElement).value });
  return (
    <form class="record-form" onSubmit={save}>
      <Answered form={form} answers={draft.answers ?? {}} />
      {fields.map(({ name, mode, most }) => (
        <Field key={name} label={t(`desk.person.${name}`)}>
          {(ids) => (
            <input
              {...ids} type="text" inputMode={mode} maxLength={most}
              autocomplete="off" value={draft[name] ?? ""}
              onInput={take(name)}
            />
          )}
        </Field>
      ))}
      <Field label={t("desk.person.note")}>
        {(ids) => (
          <textarea
            {...ids} rows={2} maxLength={1000} value={draft.note ?? ""}
            onInput={take("note")}
          />
        )}
      </Field>
      <p class="soft record-hint">{t("desk.person_audited")}</p>
      <Button type="submit" disabled={!edited || offline}>
        {t("desk.save")}
      </Button>
    </form>
  );
}

/** What the person answered when booking; nothing when nothing was asked. */
function Answered({ form, answers }: {
  form: FormField[];
  answers: FormAnswers;
}) {
  const given = form.filter(({ id }) => answers[id]);
  if (given.length === 0) return null;
  return (
    <dl class="record-answers">
      {given.map((field) => <div key={field.id}>
        <dt>{pick(field.label)}</dt>
        <dd>{answerInWords(field, answers[field.id]!)}</dd>
      </div>)}
    </dl>
  );
}
