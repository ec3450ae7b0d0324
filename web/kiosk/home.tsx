// The first step: an appointment, or a ticket for one of the services.

import { useEffect } from "preact/hooks";
import { post, useAction, type Refusal } from "../shared/api.ts";
import { language, pick, t } from "../shared/i18n.ts";
import { Notice, Problem } from "../shared/ui.tsx";
import { waitInWords } from "../shared/wait.ts";
import { Heading } from "./heading.tsx";
import { Picture } from "./pictures.tsx";
import type { Taken } from "./ticket.tsx";
import type { Office, Service } from "./use_kiosk.ts";

interface HomeProps {
  office: Office;
  onAppointment(): void;
  onTaken(taken: Taken): void;
  onLost(): void;
}

interface Answer {
  token: string;
  visit: { number: string };
}

export function Home({ office, onAppointment, onTaken, onLost }: HomeProps) {
  const taking = useAction(async (key, service: Service) => {
    const path = `/offices/${encodeURIComponent(office.id)}/commands/take_ticket`;
    const wish = { service: service.id, persons: 1, language: language() };
    const { token, visit } = await post<Answer>(path, wish, { key });
    onTaken({ token, number: visit.number, service: service.name });
  });
  const isOut = isNoScreen(taking.problem);
  useEffect(() => {
    if (isOut) onLost();
  }, [isOut]);
  const open = office.services.filter((one) => one.walk_in && one.open);
  return (
    <section class="kiosk-step">
      <Heading>{t("kiosk.welcome")}</Heading>
      <button type="button" class="target target-main" onClick={onAppointment}>
        <Picture of="appointment" />
        <span class="target-text">
          <span class="target-name">{t("kiosk.appointment")}</span>
          <span class="target-more">{t("kiosk.appointment_hint")}</span>
        </span>
      </button>
      <h2>{t("kiosk.no_appointment")}</h2>
      <Problem problem={taking.problem} />
      {open.length === 0 && <Notice tone="warn">{t("join.all_closed")}</Notice>}
      <ul class="targets">
        {open.map((service) => (
          <li key={service.id}>
            <Target service={service} take={() => taking.start(service)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The screen was disconnected meanwhile. */
function isNoScreen(problem: Refusal | null): boolean {
  return problem?.status === 401 || problem?.status === 403;
}

interface TargetProps {
  service: Service;
  take(): void;
}

function Target({ service, take }: TargetProps) {
  const { name, picture, waiting, wait } = service;
  return (
    <button type="button" class="target" onClick={take}>
      <Picture of={picture} />
      <span class="target-text">
        <span class="target-name">{pick(name)}</span>
        <span class="target-more">
          {waiting ? t("join.ahead", { count: waiting }) : t("join.nobody")}
          {wait && <>{" · "}{waitInWords(wait)}</>}
        </span>
      </span>
    </button>
  );
}
