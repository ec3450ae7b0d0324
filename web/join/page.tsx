// "/join/{office}": from the code on the door to a ticket in two steps.

import { useEffect, useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { get, Refusal } from "../shared/api.ts";
import { Gauges, useSites } from "../shared/gauge.tsx";
import { heldTicket } from "../shared/held_ticket.ts";
import { pick, t } from "../shared/i18n.ts";
import { keepOffline } from "../shared/offline.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Button, Notice, Waiting } from "../shared/ui.tsx";
import { waitInWords } from "../shared/wait.ts";
import { Details } from "./details.tsx";
import type { Office, Service } from "./office.ts";
import "../shared/visitor.css";
import "./join.css";

const freshEvery = 20_000;

function Join() {
  const { office, problem, again } = useOffice(officeHere());
  const [chosen, choose] = useStep();
  const sites = useSites(officeHere());
  const service = office?.services.find((one) => one.id === chosen);
  return (
    <Shell title={t("title.join")}>
      {!office && !problem && <Waiting />}
      {!office && problem && <Unreachable problem={problem} again={again} />}
      {office && <p class="place">{pick(office.name)}</p>}
      {office && !service && <Gauges sites={sites} />}
      {office && !service && <Choice office={office} choose={choose} />}
      {office && service && <Details
        office={office.id} service={service} back={() => history.back()}
      />}
    </Shell>
  );
}

/** The office as it is now: waits that are a minute old mislead. */
function useOffice(id: string) {
  const [office, setOffice] = useState<Office | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const load = () => get<Office>(`/offices/${encodeURIComponent(id)}`)
    .then((fresh) => {
      setOffice(fresh);
      setProblem(null);
    })
    .catch(setProblem);
  useEffect(() => {
    load();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") load();
    }, freshEvery);
    return () => clearInterval(timer);
  }, [id]);
  return { office, problem, again: load };
}

/** The chosen service, as a step of the browser's history. */
function useStep() {
  const [chosen, setChosen] = useState<string>(history.state?.service ?? "");
  useEffect(() => {
    const onBack = () => setChosen(history.state?.service ?? "");
    addEventListener("popstate", onBack);
    return () => removeEventListener("popstate", onBack);
  }, []);
  const choose = (service: string) => {
    history.pushState({ service }, "");
    setChosen(service);
    scrollTo(0, 0);
  };
  return [chosen, choose] as const;
}

interface UnreachableProps {
  problem: Refusal;
  again(): void;
}

function Unreachable({ problem, again }: UnreachableProps) {
  const unknown = problem.status === 404;
  return (
    <div class="stack">
      <h1>{t("title.join")}</h1>
      <Notice tone="bad" urgent>
        {unknown ? t("join.unknown") : problem.message}
      </Notice>
      {!unknown && <Button wide onClick={again}>{t("page.try_again")}</Button>}
    </div>
  );
}

interface ChoiceProps {
  office: Office;
  choose(service: string): void;
}

function Choice({ office, choose }: ChoiceProps) {
  const held = heldTicket();
  const none = office.services.every((one) => !one.open || !one.walk_in);
  return (
    <div class="stack">
      <h1>{t("join.question")}</h1>
      {held?.office === office.id && <Notice>
        {t("join.mine", { number: held.number })}{" "}
        <a href={`/ticket/#${held.token}`}>{t("join.see_mine")}</a>
      </Notice>}
      {none && <Notice tone="warn">{t("join.all_closed")}</Notice>}
      <ul class="services">
        {office.services.map((service) => <li key={service.id}>
          <Offer service={service} choose={choose} />
        </li>)}
      </ul>
    </div>
  );
}

interface OfferProps {
  service: Service;
  choose(service: string): void;
}

function Offer({ service, choose }: OfferProps) {
  const { id, name, open, walk_in, waiting, wait } = service;
  const why = !walk_in ? t("join.by_appointment")
    : !open ? t("join.closed") : "";
  return (
    <button
      type="button" class="offer" disabled={why !== ""}
      onClick={() => choose(id)}
    >
      <span class="offer-name">{pick(name)}</span>
      {why ? <span class="offer-state">{why}</span>
        : <>
          <span class="offer-wait">
            {t("ticket.wait_said", { wait: waitInWords(wait) })}
          </span>
          <span class="offer-state">
            {waiting ? t("join.ahead", { count: waiting }) : t("join.nobody")}
          </span>
        </>}
    </button>
  );
}

keepOffline();
mount(() => <Join />);
