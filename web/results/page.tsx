// /results/{office}: what people say of their visits, for those who lead the
// office.

import { useState } from "preact/hooks";
import { get } from "../shared/api.ts";
import { serverNow } from "../shared/clock.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { mount } from "../shared/shell.tsx";
import { Field, Notice, Problem, Waiting } from "../shared/ui.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { supervises } from "../staff/topic.ts";
import { Groups } from "./groups.tsx";
import { QuestionChart } from "./question_chart.tsx";
import { lastDays, type Results, type Span } from "./results.ts";
import "../staff/staff.css";
import "./results.css";

function ResultsPage({ id, member }: Here) {
  const [span, change] = useState<Span>(() => lastDays(serverNow()));
  const days = `from=${span.from}&to=${span.to}`;
  const path = `/offices/${encodeURIComponent(id)}/survey-results`;
  const isSpan = span.from !== "" && span.to !== "" && span.from <= span.to;
  const { value, problem } = useFetched(
    () => isSpan ? get<Results>(`${path}?${days}`) : Promise.resolve(null),
    `${path} ${days}`,
  );
  if (!supervises(member.role))
    return <Notice tone="bad">{t("results.only_supervisors")}</Notice>;
  return (
    <div class="results stack">
      <Days span={span} onChange={change} />
      {!isSpan && <Notice tone="warn">{t("results.wrong_days")}</Notice>}
      <Problem problem={problem} />
      {isSpan && !value && !problem && <Waiting />}
      {value && <All results={value} />}
      {value && value.answers > 0 && (
        <p><a class="button" href={`/api/v1${path}.csv?${days}`} download>
          {t("results.table")}
        </a></p>
      )}
    </div>
  );
}

interface DaysProps {
  span: Span;
  onChange(span: Span): void;
}

function Days({ span, onChange }: DaysProps) {
  const set = (name: keyof Span) =>
    (event: { currentTarget: { value: string } }) =>
      onChange({ ...span, [name]: event.currentTarget.value });
  return (
    <div class="days">
      <Field label={t("results.from")}>
        {(ids) => <input
          {...ids} type="date" value={span.from} onChange={set("from")}
        />}
      </Field>
      <Field label={t("results.to")}>
        {(ids) => <input
          {...ids} type="date" value={span.to} onChange={set("to")}
        />}
      </Field>
    </div>
  );
}

function All({ results }: { results: Results }) {
  const { answers, questions, texts } = results;
  return (
    <>
      <p class="results-count" role="status">
        {t("results.answers", { count: answers })}
      </p>
      {questions.length === 0 && <p>{t("results.no_survey")}</p>}
      {answers > 0 && <div class="charts">
        {questions.map((one) => (
          <QuestionChart
            key={one.id} question={one}
            texts={texts.filter(({ question }) => question === one.id)}
          />
        ))}
      </div>}
      {answers > 0 && <Groups results={results} />}
    </>
  );
}

mount(() => (
  <StaffPage title={t("title.results")} page="results">
    {(here) => <ResultsPage {...here} />}
  </StaffPage>
));
