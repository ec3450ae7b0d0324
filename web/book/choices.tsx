// The steps before the calendar: each is a list to choose one thing from.

import { useState } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { Stepper } from "../shared/stepper.tsx";
import { Button, Notice } from "../shared/ui.tsx";
import { minutesFor, type Booking, type Service } from "./booking.ts";
import type { Chosen } from "./steps.ts";
import { Heading } from "./heading.tsx";

interface StepProps {
  booking: Booking;
  choose(more: Chosen): void;
}

interface OfferProps {
  name: string;
  about?: string;
  choose(): void;
}

function Offer({ name, about, choose }: OfferProps) {
  return (
    <li>
      <button type="button" class="offer" onClick={choose}>
        <span class="offer-name">{name}</span>
        {about && <span class="offer-state">{about}</span>}
      </button>
    </li>
  );
}

export function ServiceStep({ booking, choose }: StepProps) {
  if (booking.services.length === 0)
    return (
      <div class="stack">
        <Heading>{t("title.book")}</Heading>
        <Notice tone="warn">{t("book.no_services")}</Notice>
        <a class="button button-wide" href={`/join/${booking.id}`}>
          {t("home.take")}
        </a>
      </div>
    );
  return (
    <>
      <Heading>{t("book.which_service")}</Heading>
      <ul class="services">
        {booking.services.map((one) => <Offer
          key={one.id} name={pick(one.name)} about={lengthOf(one)}
          choose={() => choose({ service: one.id })}
        />)}
      </ul>
    </>
  );
}

function lengthOf(service: Service): string {
  const { minutes } = service;
  const lo = Math.min(...minutes);
  const hi = Math.max(...minutes);
  return lo === hi ? t("book.minutes", { lo })
    : t("book.minutes_between", { lo, hi });
}

interface OfServiceProps extends StepProps {
  service: Service;
}

export function SiteStep({ booking, service, choose }: OfServiceProps) {
  const sites = booking.sites.filter(({ id }) => service.sites.includes(id));
  return (
    <>
      <Heading lead={pick(service.name)}>{t("book.which_site")}</Heading>
      <ul class="services">
        {sites.map(({ id, name }) => <Offer
          key={id} name={pick(name)} choose={() => choose({ site: id })}
        />)}
      </ul>
    </>
  );
}

export function PlaceStep({ service, choose }: OfServiceProps) {
  return (
    <>
      <Heading lead={pick(service.name)}>{t("book.which_place")}</Heading>
      <ul class="services">
        {service.places.map((place) => <Offer
          key={place} name={t(`book_place.${place}`)}
          choose={() => choose({ place })}
        />)}
      </ul>
    </>
  );
}

export function PersonsStep({ service, choose }: OfServiceProps) {
  const [count, setCount] = useState(service.least_persons);
  return (
    <>
      <Heading lead={pick(service.name)}>{t("book.persons")}</Heading>
      <div class="stack">
        <Stepper
          label={t("book.persons_label")} hint={t("book.persons_hint")}
          least={service.least_persons} most={service.most_persons}
          count={count} change={setCount}
        />
        <p class="length" role="status">
          {t("book.minutes", { lo: minutesFor(service, count) })}
        </p>
        <Button look="main" wide onClick={() => choose({ persons: count })}>
          {t("book.see_days")}
        </Button>
      </div>
    </>
  );
}
