// The second step: who comes, and the one action that makes a ticket.

import { useState } from "preact/hooks";
import { post, useAction } from "../shared/api.ts";
import { holdTicket } from "../shared/held_ticket.ts";
import { language, pick, t } from "../shared/i18n.ts";
import { phoneOf } from "../shared/phone.ts";
import { Stepper } from "../shared/stepper.tsx";
import { Button, Field, Problem } from "../shared/ui.tsx";
import { waitInWords } from "../shared/wait.ts";
import type { Service } from "./office.ts";

interface DetailsProps {
  office: string;
  service: Service;
  back(): void;
}

interface Taken {
  number: string;
  token: string;
}

const mostPersons = 20;

export function Details({ office, service, back }: DetailsProps) {
  const [persons, setPersons] = useState(1);
  const [name, setName] = useState("");
  const [phone, setPhone] = useState("");
  const [wrong, setWrong] = useState(false);
  const taking = useAction(async (key: string, wish: object) => {
    const path = `/offices/${encodeURIComponent(office)}/tickets`;
    const taken = await post<Taken>(path, wish, { key });
    holdTicket({ ...taken, office });
    location.replace(`/ticket/#${taken.token}`);
    await new Promise(() => undefined); // Stays busy until the page is gone.
  });

  const take = (event: Event) => {
    event.preventDefault();
    const number = phoneOf(phone);
    setWrong(number === null);
    if (number === null) return;
    taking.start({
      service: service.id, persons, language: language(),
      ...(name.trim() && { name: name.trim() }),
      ...(number && { phone: number }),
    });
  };

  return (
    <form class="stack details" onSubmit={take} noValidate>
      <h1>{pick(service.name)}</h1>
      <p class="expected">
        {t("ticket.wait_said", { wait: waitInWords(service.wait) })}<br />
        <span>{service.waiting ? t("join.ahead", { count: service.waiting })
          : t("join.nobody")}</span>
      </p>
      {pick(service.bring) && <section class="bring">
        <h2>{t("join.bring")}</h2>
        <p>{pick(service.bring)}</p>
      </section>}
      <Stepper
        label={t("join.persons")} hint={t("join.persons_hint")}
        least={1} most={mostPersons} count={persons} change={setPersons}
      />
      <details class="optional">
        <summary>{t("join.optional")}</summary>
        <div class="stack">
          <Field label={t("join.name")} hint={t("join.name_hint")}>
            {(ids) => <input
              {...ids} value={name} autoComplete="given-name" maxLength={80}
              onInput={(event) => setName(event.currentTarget.value)}
            />}
          </Field>
          <Field
            label={t("join.phone")} hint={t("join.phone_hint")}
            error={wrong ? t("join.phone_wrong") : undefined}
          >
            {(ids) => <input
              {...ids} value={phone} type="tel" autoComplete="tel"
              maxLength={24} aria-invalid={wrong}
              onInput={(event) => setPhone(event.currentTarget.value)}
            />}
          </Field>
        </div>
      </details>
      <Problem problem={taking.problem} />
      <div class="choices">
        <Button look="main" wide type="submit" busy={taking.busy}>
          {taking.busy ? t("join.taking") : t("join.take")}
        </Button>
        <Button look="quiet" onClick={back}>{t("join.change")}</Button>
      </div>
    </form>
  );
}
