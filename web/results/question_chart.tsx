// One question: a bar for each answer, which is a table for who cannot see it.

import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { percentOf, type QuestionResult } from "./results.ts";

interface ChartProps {
  question: QuestionResult;
  texts: { text: string }[];
}

export function QuestionChart({ question, texts }: ChartProps) {
  const id = useId();
  const { answers, kind, mean } = question;
  return (
    <section class="card chart" aria-labelledby={id}>
      <h2 id={id}>{pick(question.label)}</h2>
      <p class="soft">
        {t("results.answers", { count: answers })}
        {mean !== undefined && <> – <strong>
          {t("results.mean", { mean: markInWords(mean) })}
        </strong></>}
      </p>
      {kind === "text" ? <Texts texts={texts} label={pick(question.label)} />
        : <Bars question={question} />}
    </section>
  );
}

/** "4,2" */
export function markInWords(mean: number): number {
  return Math.round(mean * 10) / 10;
}

function Bars({ question }: { question: QuestionResult }) {
  const { answers, options, kind } = question;
  return (
    <table class="bars">
      <thead class="hidden">
        <tr>
          <th scope="col">{t("results.answer")}</th>
          <th scope="col">{t("results.share")}</th>
          <th scope="col">{t("results.number")}</th>
        </tr>
      </thead>
      <tbody>
        {options.map(({ id, name, count }) => (
          <tr key={id}>
            <th scope="row">
              {pick(name) || id}
              {kind === "scale" && <EndOf mark={id} />}
            </th>
            <td class="bar-cell">
              <Bar percent={percentOf(count, answers)}>
                {t("results.percent", { amount: percentOf(count, answers) })}
              </Bar>
            </td>
            <td class="number">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EndOf({ mark }: { mark: string }) {
  if (mark !== "1" && mark !== "5") return null;
  return <span class="bar-end">
    {" "}{t(mark === "1" ? "survey.least" : "survey.most")}
  </span>;
}

interface BarProps {
  percent: number;
  children: ComponentChildren; // The same in words.
}

export function Bar({ percent, children }: BarProps) {
  return (
    <span class="bar-line">
      <span class="bar-track" aria-hidden="true">
        <span class="bar-fill" style={{ "--share": percent }} />
      </span>
      <span class="bar-share">{children}</span>
    </span>
  );
}

function Texts({ texts, label }: { texts: { text: string }[]; label: string }) {
  if (texts.length === 0) return null;
  return (
    <div class="texts" tabIndex={0} role="group" aria-label={label}>
      <ul>{texts.map(({ text }, index) => <li key={index}>{text}</li>)}</ul>
    </div>
  );
}
