// One question: a scale for the thumb, a choice, or a few words.

import { useId } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { Field } from "../shared/ui.tsx";
import type { Question } from "./survey.ts";

interface QuestionProps {
  question: Question;
  given: string;
  missing: boolean;
  answer(text: string): void;
}

const longest = 1000;
const marks = ["1", "2", "3", "4", "5"];

export function QuestionField(props: QuestionProps) {
  const { question, given, missing, answer } = props;
  const label = question.required ? pick(question.label)
    : t("survey.optional", { label: pick(question.label) });
  const error = missing ? t("survey.missing") : undefined;
  if (question.kind !== "text")
    return <Picked {...props} label={label} error={error} />;
  return (
    <div class="survey-question" data-question={question.id}>
      <Field label={label} error={error}>
        {(ids) => <textarea
          {...ids} rows={4} maxLength={longest} value={given}
          aria-invalid={missing}
          onInput={(event) => answer(event.currentTarget.value)}
        />}
      </Field>
    </div>
  );
}

interface PickedProps extends QuestionProps {
  label: string;
  error: string | undefined;
}

function Picked({ question, given, label, error, answer }: PickedProps) {
  const id = useId();
  const isScale = question.kind === "scale";
  const options = isScale ? marks.map((mark) => ({ id: mark, name: mark }))
    : (question.options ?? []).map((it) => ({ ...it, name: pick(it.name) }));
  return (
    <fieldset
      class="survey-question" data-question={question.id}
      aria-describedby={`${id}-error`}
    >
      <legend>{label}</legend>
      <div class={isScale ? "marks" : "options"}>
        {options.map((option) => (
          <label key={option.id} class={isScale ? "mark-choice" : "option"}>
            <input
              type="radio" name={`answer-${question.id}`} value={option.id}
              checked={given === option.id} aria-invalid={error !== undefined}
              onChange={() => answer(option.id)}
            />
            <span>{option.name}<EndOf mark={isScale ? option.id : ""} /></span>
          </label>
        ))}
      </div>
      {isScale && <p class="ends" aria-hidden="true">
        <span>{t("survey.least")}</span><span>{t("survey.most")}</span>
      </p>}
      <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
    </fieldset>
  );
}

/** The words at the ends, for who does not see them below. */
function EndOf({ mark }: { mark: string }) {
  if (mark !== "1" && mark !== "5") return null;
  return <span class="hidden">
    {" – "}{t(mark === "1" ? "survey.least" : "survey.most")}
  </span>;
}
