// "/survey/#<slip>": a few questions about a visit, without an account and
// without a name. The slip stands behind "#", so that no server log has it.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { pick, t } from "../shared/i18n.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Button, Notice, Problem, Waiting } from "../shared/ui.tsx";
import { QuestionField } from "./question.tsx";
import {
  isAnswered, missingIn, send, survey, type Answers, type Survey,
} from "./survey.ts";
import "./survey.css";

function SurveyPage({ slip }: { slip: string }) {
  const { value, problem } = useFetched(() => survey(slip), slip);
  const [ended, end] = useState<"thanks" | "again" | null>(
    isAnswered(slip) ? "again" : null);
  return (
    <Shell title={t("title.survey")}>
      {ended && <Thanks again={ended === "again"} />}
      {!ended && value && (
        <Questions
          slip={slip} survey={value}
          onSent={(repeated) => end(repeated ? "again" : "thanks")}
        />
      )}
      {!ended && !value && !problem && <Waiting />}
      {!ended && !value && problem && (
        <Closed name={problem.name} message={problem.message} />
      )}
    </Shell>
  );
}

interface QuestionsProps {
  slip: string;
  survey: Survey;
  onSent(repeated: boolean): void;
}

function Questions({ slip, survey, onSent }: QuestionsProps) {
  const [answers, change] = useState<Answers>({});
  const [missing, mark] = useState<string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const sending = useAction(async (_key, given: Answers) =>
    onSent(await send(slip, given)));
  const why = sending.problem?.name;
  if (why === "survey_was_answered") return <Thanks again />;
  if (why === "survey_is_over")
    return <Closed name={why} message={sending.problem!.message} />;

  function submit(event: Event) {
    event.preventDefault();
    const lacking = missingIn(survey, answers);
    mark(lacking);
    if (lacking.length === 0) return void sending.start(answers);
    form.current?.querySelector<HTMLElement>(
      `[data-question="${lacking[0]}"] :is(input, textarea)`)?.focus();
  }
  return (
    <form class="survey" ref={form} noValidate onSubmit={submit}>
      <h1>{t("survey.title")}</h1>
      <p class="survey-about">
        {pick(survey.office.name)}
        {survey.service && <> – {pick(survey.service)}</>}
      </p>
      <p class="soft">{t("survey.nameless")}</p>
      {survey.questions.map((question) => (
        <QuestionField
          key={question.id} question={question}
          given={answers[question.id] ?? ""}
          missing={missing.includes(question.id)}
          answer={(text) => {
            change((all) => ({ ...all, [question.id]: text }));
            mark((all) => all.filter((id) => id !== question.id));
          }}
        />
      ))}
      <Problem problem={sending.problem} />
      <Button type="submit" look="main" wide busy={sending.busy}>
        {t("survey.send")}
      </Button>
    </form>
  );
}

function Thanks({ again = false }: { again?: boolean }) {
  return <Said title={t("survey.thanks")}>
    {t(again ? "survey.already" : "survey.kept")}
  </Said>;
}

/** Too old, unknown, or not to be reached just now. */
function Closed({ name, message }: { name: string; message: string }) {
  const title = name === "survey_is_over" ? "survey.over"
    : name === "survey_unknown" ? "survey.unknown" : "survey.unreachable";
  return <Said title={t(title)} tone="warn">{message}</Said>;
}

interface SaidProps {
  title: string;
  tone?: "good" | "warn";
  children: string;
}

function Said({ title, tone = "good", children }: SaidProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div class="stack survey-said">
      <h1 ref={heading} tabIndex={-1}>{title}</h1>
      <Notice tone={tone}>{children}</Notice>
    </div>
  );
}

addEventListener("hashchange", () => location.reload());
mount(() => <SurveyPage slip={location.hash.slice(1)} />);
