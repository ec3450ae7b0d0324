// What came of a survey, as the server counts it.

import { t, type Words } from "../shared/i18n.ts";

export interface OptionResult {
  id: string;
  name?: Words; // Of a choice.
  count: number;
}

export interface QuestionResult {
  id: string;
  label: Words;
  kind: "scale" | "choice" | "text";
  answers: number;
  options: OptionResult[];
  mean?: number; // Of a scale that somebody answered.
}

export interface MeanResult {
  question: string;
  answers: number;
  mean: number;
}

export interface GroupResult {
  by: "service" | "waited" | "gauge";
  group: string;
  name?: Words; // Of a service.
  few?: boolean; // Too few to be told apart; then nothing more is said.
  answers?: number;
  means?: MeanResult[];
}

export interface Results {
  answers: number;
  questions: QuestionResult[];
  groups: GroupResult[];
  texts: { question: string; text: string }[];
}

export interface Span {
  from: string; // Days: "2026-12-01".
  to: string;
}

/** The last thirty days before an instant. */
export function lastDays(now: number): Span {
  const day = (ahead: number) =>
    new Date(now + ahead * 86_400_000).toISOString().slice(0, 10);
  return { from: day(-30), to: day(0) };
}

/** Waiting first from little to much, not as letters go. */
export function inOrder(groups: GroupResult[], by: GroupResult["by"]) {
  return groups.filter((one) => one.by === by).sort((a, b) =>
    by === "service" ? 0 : Number.parseInt(a.group) - Number.parseInt(b.group));
}

/** "5 à 15 min", "plus de 80 %"; a service goes by its own name. */
export function rangeInWords({ by, group }: GroupResult): string {
  const [from, to] = group.split("-");
  const unit = by === "waited" ? "results.minutes" : "results.percent";
  const amount = (text: string) => t(unit, { amount: text });
  if (from === "0") return t("results.below", { amount: amount(to!) });
  if (!to) return t("results.above", { amount: amount(from!) });
  return t("results.between", { from: from!, to: amount(to) });
}

export function percentOf(count: number, all: number): number {
  return all === 0 ? 0 : Math.round((100 * count) / all);
}
