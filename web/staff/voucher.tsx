// Who comes, or calls, with a priority voucher: found by its code, with what
// may be done about it. Used at the reception and at the phone desk.

import { useState } from "preact/hooks";
import { post, useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Field, Problem } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import { MoveDialog, type Held } from "./appointment.tsx";
import {
  bookingOf, command, type Booking, type Place, type Site,
} from "./booking.ts";
import { serviceName } from "./names.ts";
import type { Here } from "./staff_page.tsx";
import type { Person } from "./topic.ts";

interface Holder {
  visit: number;
  version: number;
  start: number; // That was called off.
  service: string;
  site: string;
  place: Place;
  persons: number;
  reason: string;
  list: { open: boolean; waiting: number };
  offer?: { start: number; site: string; until: number };
  person?: Person;
}

interface Found {
  holder: Holder;
  booking: Booking;
}

/** Nothing in an office without appointments. */
export function VoucherCard({ here }: { here: Here }) {
  const { sites = {} } = here.desk.setup;
  return Object.keys(sites).length > 0 ? <Card here={here} /> : null;
}

function Card({ here }: { here: Here }) {
  const [code, type] = useState("");
  const [found, show] = useState<Found | null>(null);
  const finding = useAction(async (_, typed: string) => {
    show(null);
    const path = `/offices/${encodeURIComponent(here.id)}/vouchers`;
    const [holder, booking] = await Promise.all([
      post<Holder>(path, { code: typed }), bookingOf(here.id)]);
    show({ holder, booking });
  });
  const find = (event: Event) => {
    event.preventDefault();
    if (code.trim()) void finding.start(code.trim());
  };
  const end = (said: string) => {
    show(null);
    type("");
    here.office.say({ text: said, tone: "good" });
  };
  return (
    <section class="card voucher-card" aria-labelledby="voucher-title">
      <h2 id="voucher-title">{t("voucher.title")}</h2>
      <form class="stack" onSubmit={find} noValidate>
        <Field label={t("voucher.code")} hint={t("voucher.code_hint")}>
          {(ids) => <input
            {...ids} type="text" class="number" value={code} maxLength={40}
            autocomplete="off" autocapitalize="characters" spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />}
        </Field>
        <Button type="submit" busy={finding.busy}>{t("voucher.find")}</Button>
      </form>
      <Problem problem={finding.problem} />
      {found && <Result here={here} {...found} onDone={end} />}
    </section>
  );
}

interface ResultProps extends Found {
  here: Here;
  onDone(said: string): void;
}

function Result({ here, holder, booking, onDone }: ResultProps) {
  const [moving, move] = useState(false);
  const { person, reason, list } = holder;
  const site = siteIn(booking, holder.site);
  const name = person?.name || t("phone.nobody");
  return (
    <div class="stack voucher-holder" role="status">
      <p><b>{name}</b> {person?.phone}</p>
      <p>{serviceName(here.desk, holder.service)}</p>
      <p>{t("voucher.was", { time: inWords(holder.start, site) })}</p>
      {reason && <p>{t("voucher.reason", { reason })}</p>}
      <p class="soft">{list.open
        ? t("voucher.list_open", { count: list.waiting })
        : t("voucher.list_over")}</p>
      {holder.offer && <Offer {...{ here, holder, booking, onDone }}
        offer={holder.offer} />}
      <Button onClick={() => move(true)}>{t("voucher.book")}</Button>
      <MoveDialog
        office={here.id} site={site} role={here.member.role}
        held={moving ? heldBy(holder, name) : null}
        onDone={onDone} onClose={() => move(false)}
      />
    </div>
  );
}

interface OfferProps extends ResultProps {
  offer: NonNullable<Holder["offer"]>;
}

/** The place that is kept for them: staff take it in their name. */
function Offer({ here, holder, booking, offer, onDone }: OfferProps) {
  const site = siteIn(booking, offer.site);
  const time = inWords(offer.start, site);
  const taking = useAction(async (key) => {
    const visit = { id: holder.visit, version: holder.version };
    await command(here.id, "accept_offer", { visit, start: offer.start }, key);
    onDone(t("voucher.accepted", { time }));
  });
  return (
    <div class="stack voucher-offer">
      <p>{t("voucher.offer", { time, until: inWords(offer.until, site) })}</p>
      <Problem problem={taking.problem} />
      <Button look="main" busy={taking.busy} onClick={() => taking.start()}>
        {t("voucher.accept")}
      </Button>
    </div>
  );
}

function heldBy(holder: Holder, name: string): Held {
  const { visit: id, start, service, site, place, persons } = holder;
  return { id, start, name, service, site, place, persons };
}

function siteIn({ sites }: Booking, wanted: string): Site {
  return sites.find(({ id }) => id === wanted) ?? sites[0]!;
}

function inWords(at: number, { zone }: Site): string {
  return `${dateThere(at, zone)}, ${timeThere(at, zone)}`;
}
