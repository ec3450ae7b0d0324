// What a person types about themselves: enough to recognise and to reach them.

import type { Key } from "../shared/i18n.ts";
import { phoneOf } from "../shared/phone.ts";
import type { Answers, Person } from "./booking.ts";
import { answersOf, type FormField } from "../shared/form.ts";

export const noAnswers: Answers = {
  name: "", phone: "", email: "", note: "", answers: {}, applications: "",
};

export type Wrong = Partial<Record<
  "name" | "phone" | "email" | "applications", Key>>;

/** What is still missing or wrong, in the order of the form. */
export function wrongIn(answers: Answers): Wrong {
  const { name, phone, email, applications } = answers;
  const wrong: Wrong = {};
  if (!name.trim()) wrong.name = "book.name_missing";
  if (phoneOf(phone) === null) wrong.phone = "book.phone_wrong";
  if (email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()))
    wrong.email = "book.email_wrong";
  if (!phone.trim() && !email.trim()) wrong.phone = "book.reach_missing";
  if (numbersIn(applications).some((one) => !/^[a-z0-9]{10}$/i.test(one)))
    wrong.applications = "book.applications_wrong";
  return wrong;
}

/** As the server keeps it. */
export function personOf(typed: Answers, form: FormField[]): Person {
  const { name, phone, email, note, answers, applications } = typed;
  return {
    name: name.trim(), phone: phoneOf(phone) ?? "", email: email.trim(),
    note: note.trim(), answers: answersOf(form, answers),
    applications: numbersIn(applications),
  };
}

function numbersIn(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter(Boolean);
}
