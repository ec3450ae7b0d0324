// What a survey asks and what is answered to it, as the server says it.

import { get, post } from "../shared/api.ts";
import type { Words } from "../shared/i18n.ts";
import { recall, remember } from "../shared/storage.ts";

export interface Option {
  id: string;
  name: Words;
}

export interface Question {
  id: string;
  label: Words;
  kind: "scale" | "choice" | "text";
  required: boolean;
  options?: Option[];
}

export interface Survey {
  office: { id: string; name: Words };
  service: Words | null;
  questions: Question[];
}

export type Answers = Record<string, string>;

export function survey(slip: string): Promise<Survey> {
  return get<Survey>("/survey", { survey: slip });
}

/** The server takes the first answers of a slip, whoever sends it how often. */
export async function send(slip: string, answers: Answers): Promise<boolean> {
  const { repeated } = await post<{ repeated: boolean }>("/survey",
    { answers: withoutBlanks(answers) }, { survey: slip, key: keyOf(slip) });
  remember("surveyed", keyOf(slip));
  return repeated;
}

/** On this browser, as far as it remembers. */
export function isAnswered(slip: string): boolean {
  return recall<string>("surveyed") === keyOf(slip);
}

/** The required ones that nothing was said to. */
export function missingIn(survey: Survey, answers: Answers): string[] {
  return survey.questions
    .filter(({ id, required }) => required && !answers[id]?.trim())
    .map(({ id }) => id);
}

function withoutBlanks(answers: Answers): Answers {
  return Object.fromEntries(
    Object.entries(answers).filter(([, text]) => text.trim() !== ""));
}

// The end of a slip is its signature: two are never alike.
function keyOf(slip: string): string {
  return `survey-${slip.split(".").slice(-2).join("-")}`;
}
