// What the form of a service asks besides who comes, and what is wrong with an
// answer: the same rules as the server's, so that nobody waits for its no.

import { pick, t, type Key, type Words } from "./i18n.ts";

export type FieldKind =
  "text" | "long_text" | "number" | "date" | "choice" | "tick";

/** What a set-up leaves unsaid is left out. */
export interface FormField {
  id: string;
  label: Words;
  hint?: Words;
  kind?: FieldKind; // Else a text.
  required?: boolean;
  least?: number;
  most?: number;
  options?: { id: string; name: Words }[];
}

export type FormAnswers = Record<string, string>;
export type FormWrong = Record<string, Key>;

/** What is wrong, by field, in the order of the form. */
export function wrongAnswers(
  form: FormField[], given: FormAnswers,
): FormWrong {
  const found: FormWrong = {};
  for (const field of form) {
    const wrong = wrongIn(field, (given[field.id] ?? "").trim());
    if (wrong) found[field.id] = wrong;
  }
  return found;
}

function wrongIn(field: FormField, text: string): Key | null {
  const { kind = "text", required, least = 0, most = 0 } = field;
  if (!text) return required ? missing[kind] : null;
  if (kind === "number") {
    if (!/^-?\d{1,9}$/.test(text)) return "answer.is_malformed_number";
    const number = Number(text);
    const fits = number >= least && (most === 0 || number <= most);
    return fits ? null : "answer.is_out_of_range";
  }
  if (kind === "date" && !/^\d{4}-\d{2}-\d{2}$/.test(text))
    return "answer.is_malformed_date";
  const bytes = new TextEncoder().encode(text).length;
  return bytes > mostBytes(field) ? "answer.is_too_long" : null;
}

const missing: Record<FieldKind, Key> = {
  text: "answer.is_missing",
  long_text: "answer.is_missing",
  number: "answer.is_missing",
  date: "answer.is_missing",
  choice: "answer.is_missing_choice",
  tick: "answer.is_missing_tick",
};

export function mostBytes({ kind, most }: FormField): number {
  if (most) return most;
  return kind === "long_text" ? 2000 : 200;
}

/** As the server keeps them: of this form, and without what is empty. */
export function answersOf(form: FormField[], given: FormAnswers): FormAnswers {
  return Object.fromEntries(form
    .map(({ id }) => [id, (given[id] ?? "").trim()])
    .filter(([, text]) => text));
}

/** An answer as people read it. */
export function answerInWords(field: FormField, answer: string): string {
  if (field.kind === "tick") return t("answer.ticked");
  const option = field.options?.find(({ id }) => id === answer);
  return option ? pick(option.name) : answer;
}
