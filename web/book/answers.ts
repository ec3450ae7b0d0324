// What a person types about themselves: enough to recognise and to reach them.

import type { Key } from "../shared/i18n.ts";
import { phoneOf } from "../shared/phone.ts";
import type { Answers } from "./booking.ts";
import { answersOf, type FormField } from "../shared/form.ts";

export const noAnswers: Answers =
  { name: "", phone: "", email: "", note: "", answers: {} };

export type Wrong = Partial<Record<"name" | "phone" | "email", Key>>;

/** What is still missing or wrong, in the order of the form. */
export function wrongIn({ name, phone, email }: Answers): Wrong {
  const wrong: Wrong = {};
  if (!name.trim()) wrong.name = "book.name_missing";
  if (phoneOf(phone) === null) wrong.phone = "book.phone_wrong";
  if (email.trim() && !/^\S+@\S+\.\S+$/.test(email.trim()))
    wrong.email = "book.email_wrong";
  if (!phone.trim() && !email.trim()) wrong.phone = "book.reach_missing";
  return wrong;
}

/** As the server keeps it. */
export function personOf(
  { name, phone, email, note, answers }: Answers, form: FormField[],
): Answers {
  return {
    name: name.trim(), phone: phoneOf(phone) ?? "", email: email.trim(),
    note: note.trim(), answers: answersOf(form, answers),
  };
}
