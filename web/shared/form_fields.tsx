// The questions of a service's own form.

import { pick, t } from "./i18n.ts";
import { Field } from "./ui.tsx";
import {
  mostBytes, type FormAnswers, type FormField, type FormWrong,
} from "./form.ts";

interface FormFieldsProps {
  form: FormField[];
  given: FormAnswers;
  wrong: FormWrong;
  answer(id: string, text: string): void;
}

export function FormFields({ form, given, wrong, answer }: FormFieldsProps) {
  return (
    <>
      {form.map((field) => <Question
        key={field.id} field={field} given={given[field.id] ?? ""}
        error={wrong[field.id] && t(wrong[field.id]!)}
        answer={(text) => answer(field.id, text)}
      />)}
    </>
  );
}

interface QuestionProps {
  field: FormField;
  given: string;
  error: string | undefined;
  answer(text: string): void;
}

function Question(props: QuestionProps) {
  const { field, error } = props;
  if (field.kind === "tick") return <Tick {...props} />;
  const label = pick(field.label);
  const hint = pick(field.hint);
  return (
    <Field
      label={field.required ? label : t("book.optional", { label })}
      {...(hint && { hint })} error={error}
    >
      {(ids) => <Answer {...props} ids={ids} />}
    </Field>
  );
}

function Answer({ field, given, error, answer, ids }: QuestionProps & {
  ids: { id: string; "aria-describedby": string };
}) {
  const common = {
    ...ids, name: `answer-${field.id}`, value: given,
    required: field.required ?? false, "aria-invalid": error !== undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      answer(event.currentTarget.value),
  };
  if (field.kind === "choice")
    return (
      <select {...common}>
        <option value="">{t("book.choose")}</option>
        {(field.options ?? []).map(({ id, name }) =>
          <option key={id} value={id}>{pick(name)}</option>)}
      </select>
    );
  if (field.kind === "long_text")
    return <textarea {...common} rows={3} maxLength={mostBytes(field)} />;
  if (field.kind === "number")
    return <input {...common} type="text" inputMode="numeric" maxLength={10} />;
  if (field.kind === "date") return <input {...common} type="date" />;
  return <input {...common} type="text" maxLength={mostBytes(field)} />;
}

function Tick({ field, given, error, answer }: QuestionProps) {
  const id = `answer-${field.id}`;
  const hint = pick(field.hint);
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox" name={id} checked={given === "yes"}
          required={field.required ?? false} aria-invalid={error !== undefined}
          aria-describedby={`${id}-error`}
          onChange={(event) =>
            answer(event.currentTarget.checked ? "yes" : "")}
        />
        <span>{pick(field.label)}
          {hint && <span class="hint">{hint}</span>}</span>
      </label>
      <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
    </div>
  );
}
