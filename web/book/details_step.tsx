// Who comes. The time is kept meanwhile; if that takes too long it may still
// be free, and if it is not, what was typed stays for another one.

import { useEffect, useRef, useState } from "preact/hooks";
import { post, useAction, type Refusal } from "../shared/api.ts";
import { useNow } from "../shared/clock.ts";
import { holdAppointment } from "../shared/held_appointments.ts";
import { pick, t } from "../shared/i18n.ts";
import { isLandline, phoneOf } from "../shared/phone.ts";
import { Button, Field, Notice } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import { personOf, wrongIn, type Wrong } from "./answers.ts";
import {
  nearIn, type Answers, type Hold, type Person as PersonData, type Service,
  type Site, type Slot,
} from "./booking.ts";
import { wrongAnswers, type FormWrong } from "../shared/form.ts";
import { FormFields } from "../shared/form_fields.tsx";
import { Heading } from "./heading.tsx";
import { Near } from "./near.tsx";
import { Proof } from "./proof.tsx";

interface DetailsProps {
  office: string;
  service: Service;
  site: Site;
  hold: Hold;
  second?: Hold | undefined; // Confirmed along with it.
  answers: Answers; // Kept by the page, for they outlive a hold.
  type(more: Partial<Answers>): void;
  busy: boolean;
  problem: Refusal | null; // With a time asked for instead of this one.
  choose(slot: Slot): void;
  tells: boolean; // The office sends messages.
}

export function DetailsStep(props: DetailsProps) {
  const { office, site, service, hold, second, answers, type, choose } = props;
  const [wrong, setWrong] = useState<Wrong>({});
  const [wrongForm, setWrongForm] = useState<FormWrong>({});
  const [proving, prove] = useState<PersonData | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const { token, start } = hold;
  const confirming = useAction(async (
    key: string, person: PersonData, code?: string,
  ) => {
    const more = code ? { code } : {};
    await post("/visit/confirm", { person, ...more }, { key, token });
    for (const one of second ? [hold, second] : [hold])
      holdAppointment({
        token: one.token, office, start: one.start, zone: site.zone,
      });
    location.replace(`/ticket/#${token}`);
    await new Promise(() => undefined); // Stays busy until the page is gone.
  });
  useEffect(() => {
    confirming.clear();
    prove(null);
  }, [token]);

  const confirm = async (event: Event) => {
    event.preventDefault();
    const found = wrongIn(answers);
    const foundInForm = wrongAnswers(service.form, answers.answers);
    setWrong(found);
    setWrongForm(foundInForm);
    const [first] = [
      ...Object.keys(found),
      ...Object.keys(foundInForm).map((id) => `answer-${id}`),
    ];
    if (first)
      form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    else if (service.proven) prove(personOf(answers, service.form));
    else await confirming.start(personOf(answers, service.form));
  };

  const problem = props.problem ?? confirming.problem;
  const inWords = (at: number) =>
    `${dateThere(at, site.zone)}, ${timeThere(at, site.zone)}`;
  const when = second ? `${inWords(start)} + ${inWords(second.start)}`
    : inWords(start);
  if (proving)
    return <Proof
      lead={when} hold={hold} site={site} person={proving}
      busy={confirming.busy} problem={confirming.problem}
      choose={choose} holding={props.busy}
      confirm={(code) => void confirming.start(proving, code)}
      change={() => {
        confirming.clear();
        prove(null);
      }}
    />;
  return (
    <>
      <Heading lead={when}>{t("book.who")}</Heading>
      <Near
        problem={problem} site={site} busy={props.busy} choose={choose}
      />
      {!nearIn(problem) && <Kept hold={hold} site={site} />}
      <form ref={form} class="stack person" onSubmit={confirm} noValidate>
        <Person
          answers={answers} wrong={wrong} type={type}
          asksApplications={service.applications ?? false}
          tells={props.tells} proven={service.proven ?? false}
        />
        <FormFields
          form={service.form} given={answers.answers} wrong={wrongForm}
          answer={(id, text) =>
            type({ answers: { ...answers.answers, [id]: text } })}
        />
        <Note answers={answers} type={type} />
        <Instructions service={service} />
        <Button look="main" wide type="submit" busy={confirming.busy}>
          {t(service.proven ? "book.to_code" : "book.confirm")}
        </Button>
        <p class="hint">{t("book.privacy")}</p>
      </form>
    </>
  );
}

const nearlyOver = 2 * 60 * 1000;

/** Says until when the time is kept; aloud only when that matters. */
export function Kept({ hold, site }: { hold: Hold; site: Site }) {
  const left = hold.until - useNow();
  const time = timeThere(hold.until, site.zone);
  return (
    <div class="kept" role="status">
      {left > nearlyOver && <p>{t("book.kept", { time })}</p>}
      {left > 0 && left <= nearlyOver && <Notice tone="warn">
        {t("book.kept_nearly", { time })}
      </Notice>}
      {left <= 0 && <Notice tone="warn">{t("book.kept_over")}</Notice>}
    </div>
  );
}

interface PersonProps {
  answers: Answers;
  wrong: Wrong;
  type(more: Partial<Answers>): void;
  asksApplications: boolean;
  tells: boolean;
  proven: boolean;
}

function Person(props: PersonProps) {
  const { answers, wrong, type, asksApplications, tells, proven } = props;
  const noTexts = isLandline(phoneOf(answers.phone) ?? "");
  const input = (name: keyof Wrong) => ({
    name, value: answers[name], "aria-invalid": wrong[name] !== undefined,
    onInput: (event: { currentTarget: { value: string } }) =>
      type({ [name]: event.currentTarget.value }),
  });
  const error = (name: keyof Wrong) => wrong[name] && t(wrong[name]);
  return (
    <>
      <Field label={t("book.name")} error={error("name")}>
        {(ids) => <input
          {...ids} {...input("name")} autoComplete="name" maxLength={80}
          required
        />}
      </Field>
      <fieldset class="reach">
        <legend>{t("book.reach")}</legend>
        <p class="hint">
          {t(proven ? "book.reach_proven" : "book.reach_hint")}
        </p>
        <Field label={t("book.phone")} error={error("phone")}>
          {(ids) => <input
            {...ids} {...input("phone")} type="tel" autoComplete="tel"
            maxLength={24}
          />}
        </Field>
        <p class="hint" role="status">
          {noTexts && proven && t("book.landline_proven")}
          {noTexts && !proven && tells && t("book.landline")}
        </p>
        <Field label={t("book.email")} error={error("email")}>
          {(ids) => <input
            {...ids} {...input("email")} type="email" autoComplete="email"
            maxLength={120}
          />}
        </Field>
      </fieldset>
      {asksApplications && <Field
        label={t("book.applications")} hint={t("book.applications_hint")}
        error={error("applications")}
      >
        {(ids) => <input
          {...ids} {...input("applications")} autoComplete="off"
          maxLength={240}
        />}
      </Field>}
    </>
  );
}

function Note({ answers, type }: Pick<DetailsProps, "answers" | "type">) {
  return (
    <Field label={t("book.note")} hint={t("book.note_hint")}>
      {(ids) => <textarea
        {...ids} name="note" rows={2} maxLength={500} value={answers.note}
        onInput={(event) => type({ note: event.currentTarget.value })}
      />}
    </Field>
  );
}

/** How to come, said before anybody confirms. */
function Instructions({ service }: { service: Service }) {
  const text = pick(service.instructions);
  return text ? <p class="instructions">{text}</p> : null;
}
