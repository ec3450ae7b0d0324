// "/": a person chooses the place they go to, or comes back to their ticket;
// staff find their pages below.

import { useEffect, useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { pick, t, type Words } from "../shared/i18n.ts";
import { heldAppointments } from "../shared/held_appointments.ts";
import { heldTicket } from "../shared/held_ticket.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Problem, Waiting } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import "./home.css";

interface Office {
  id: string;
  name: Words;
}

function Home() {
  const [offices, setOffices] = useState<Office[] | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  useEffect(() => {
    get<Office[]>("/offices").then(setOffices, setProblem);
  }, []);
  return (
    <Shell title={t("title.home")}>
      <div class="welcome">
        <h1>{t("home.promise")}</h1>
        <p>{t("home.lead")}</p>
      </div>
      <Mine />
      <h2 class="where">{t("home.offices")}</h2>
      <Problem problem={problem} />
      {!offices && !problem && <Waiting />}
      {offices?.length === 0 && <p>{t("home.none")}</p>}
      <ul class="offices">
        {offices?.map((office) => <OfficeCard key={office.id} {...office} />)}
      </ul>
    </Shell>
  );
}

function Mine() {
  const mine = heldTicket();
  return (
    <>
      {mine && <a class="card mine" href={`/ticket/#${mine.token}`}>
        <strong>{t("home.mine", { number: mine.number })}</strong>
        <span>{t("home.back_to_mine")}</span>
      </a>}
      {heldAppointments().map(({ token, start, zone }) => <a
        class="card mine" key={token} href={`/ticket/#${token}`}
      >
        <strong>{t("home.appointment", {
          when: `${dateThere(start, zone)}, ${timeThere(start, zone)}`,
        })}</strong>
        <span>{t("home.see_appointment")}</span>
      </a>)}
    </>
  );
}

function OfficeCard({ id, name }: Office) {
  const at = encodeURIComponent(id);
  return (
    <li class="card office">
      <h3>{pick(name)}</h3>
      <a class="button button-main button-wide" href={`/join/${at}`}>
        {t("home.take")}<span class="hidden">, {pick(name)}</span>
      </a>
      <a class="button button-wide" href={`/book/${at}`}>
        {t("home.book")}<span class="hidden">, {pick(name)}</span>
      </a>
      <details>
        <summary>{t("home.staff")}<span class="hidden">, {pick(name)}</span>
        </summary>
        <ul class="staff">
          <li><a href={`/desk/${at}`}>{t("home.desk")}</a></li>
          <li><a href={`/reception/${at}`}>{t("home.reception")}</a></li>
          <li><a href={`/board/${at}`}>{t("home.board")}</a></li>
          <li><a href={`/poster/${at}`}>{t("home.poster")}</a></li>
          <li><a href={`/setup/${at}`}>{t("home.setup")}</a></li>
        </ul>
      </details>
    </li>
  );
}

mount(() => <Home />);
