// People the office knows, found by name, telephone or number; and what they
// have booked. Each search is written down on the server, so it is made on
// Enter and not while somebody types.

import { useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { About, Notice, Waiting } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Booking } from "../staff/booking.ts";
import { Messages } from "../staff/messages.tsx";
import { serviceName } from "../staff/names.ts";
import type { Desk, Person, Phase } from "../staff/topic.ts";

export interface Found {
  id: number;
  number: string;
  phase: Phase;
  service: string;
  site?: string;
  place?: "counter" | "phone" | "video" | "home";
  persons: number;
  language: string;
  start?: number;
  name: string;
  phone: string;
  email: string;
}

export type Wanted = "use" | "move" | "cancel" | "sheet";

interface FinderProps {
  desk: Desk;
  booking: Booking;
  act(what: Wanted, found: Found): void;
}

type Result = Found[] | Refusal | "asking" | null;

export function Finder(props: FinderProps) {
  const [text, type] = useState("");
  const [found, show] = useState<Result>(null);
  const find = (event: Event) => {
    event.preventDefault();
    if (text.trim().length < 2) return show(null);
    show("asking");
    const path = `/offices/${props.desk.office.id}/search`;
    get<Found[]>(`${path}?q=${encodeURIComponent(text.trim())}`)
      .then(show, show);
  };
  return (
    <section class="card finder" aria-labelledby="find-title">
      <h2 id="find-title">{t("phone.find")}</h2>
      <form class="line-form" role="search" onSubmit={find}>
        <input
          type="search" id="line-search" class="line-search" value={text}
          aria-label={t("phone.find_label")} aria-keyshortcuts="/"
          placeholder={t("phone.find_label")} autocomplete="off"
          maxLength={100} onInput={(event) => type(event.currentTarget.value)}
        />
        <button type="submit" class="button button-small">
          {t("reception.find_go")}
        </button>
      </form>
      <Results {...props} found={found} />
      <p class="soft row-soft">{t("reception.find_hint")}</p>
    </section>
  );
}

function Results(props: FinderProps & { found: Result }) {
  const { found } = props;
  if (found === null) return null;
  if (found === "asking") return <Waiting />;
  if (found instanceof Error)
    return <Notice tone="bad" urgent>{found.message}</Notice>;
  return (
    <>
      <p role="status">
        {found.length === 0 ? t("phone.find_none")
          : t("reception.found", { count: found.length })}
      </p>
      <ul class="call-list">
        {found.map((one) => <OnePerson key={one.id} {...props} one={one} />)}
      </ul>
    </>
  );
}

const acts = ["move", "cancel", "sheet"] as const;

function OnePerson({ desk, booking, act, one }: FinderProps & { one: Found }) {
  const site = booking.sites.find(({ id }) => id === one.site);
  const name = one.name || one.phone || t("phone.nobody");
  return (
    <li class="call">
      <p><b>{one.name || t("phone.nobody")}</b> {one.phone}</p>
      <p class="soft row-soft">
        {one.number && `${one.number} · `}
        {serviceName(desk, one.service)}
        {one.start && site && ` · ${dateThere(one.start, site.zone)}, ${
          timeThere(one.start, site.zone)}`}
        {` · ${t(`desk.phase.${one.phase}`)}`}
      </p>
      <div class="quick">
        <button
          type="button" class="button button-small"
          onClick={() => act("use", one)}
        >{t("phone.use")}<About name={name} /></button>
        {one.phase === "booked" && acts.map((what) => (
          <button
            type="button" key={what} class="button button-small"
            onClick={() => act(what, one)}
          >{t(`phone.${what}`)}<About name={name} /></button>
        ))}
      </div>
      <Messages
        office={desk.office.id} visit={one.id}
        isWaiting={one.phase === "waiting"}
      />
    </li>
  );
}

export function personIn({ name, phone, email }: Found): Person {
  return { name, phone, email, note: "" };
}
