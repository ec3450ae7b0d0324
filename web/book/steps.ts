// How far a booking has come. What was chosen is the state of the browser's
// history, so that its back and forward buttons do what they say.

import { useEffect, useState } from "preact/hooks";
import { dayThere } from "../shared/zoned.ts";
import type { Booking, Hold, Place, Service, Site } from "./booking.ts";

export interface Chosen {
  service?: string;
  site?: string;
  place?: Place;
  persons?: number;
  day?: string;
  hold?: Hold;
  to?: number; // Where an appointment is to be moved.
  second_day?: string | undefined; // Of the follow-up, if there is one.
  second?: Hold | undefined;
}

export type Step =
  "service" | "site" | "place" | "persons" | "day" | "time" | "details";

const order: Step[] =
  ["service", "site", "place", "persons", "day", "time", "details"];

/** What there is no choice of is chosen. */
export function completed(booking: Booking, chosen: Chosen): Chosen {
  const service = serviceIn(booking, chosen);
  if (!service) return {};
  const { least_persons, most_persons, sites, places } = service;
  return {
    ...(sites.length === 1 && { site: sites[0]! }),
    ...(places.length === 1 && { place: places[0]! }),
    ...(least_persons === most_persons && { persons: least_persons }),
    ...chosen,
  };
}

export function stepFor(chosen: Chosen): Step {
  if (!chosen.service) return "service";
  if (!chosen.site) return "site";
  if (!chosen.place) return "place";
  if (!chosen.persons) return "persons";
  if (!chosen.day) return "day";
  return chosen.hold || chosen.to ? "details" : "time";
}

/** The steps there are: for `service`, or else for any of them. */
export function stepsOf(booking: Booking, service?: Service): Step[] {
  const services = service ? [service] : booking.services;
  const asks: Partial<Record<Step, boolean>> = {
    site: services.some(({ sites }) => sites.length > 1),
    place: services.some(({ places }) => places.length > 1),
    persons: services.some((one) => one.most_persons > one.least_persons),
  };
  return order.filter((step) => asks[step] ?? true);
}

/** Chosen before `step`: for going back to it. */
export function before(step: Step, chosen: Chosen): Chosen {
  const { service, site, place, persons, day } = chosen;
  const kept = { service, site, place, persons, day };
  const names = order.slice(0, order.indexOf(step));
  return Object.fromEntries(Object.entries(kept).filter(([name, value]) =>
    value !== undefined && names.includes(name as Step)));
}

export function serviceIn(booking: Booking, { service }: Chosen) {
  return booking.services.find((one) => one.id === service);
}

export function siteIn(booking: Booking, { site }: Chosen): Site {
  return booking.sites.find((one) => one.id === site) ?? booking.sites[0]!;
}

/** What the address asks for, as links from other sites do. */
export function linked(booking: Booking, search: string): Chosen {
  const asked = new URLSearchParams(search);
  const chosen: Chosen = { service: asked.get("service") ?? "" };
  const service = serviceIn(booking, chosen);
  if (!service) return {};
  const site = asked.get("site") ?? "";
  if (service.sites.includes(site)) chosen.site = site;
  const persons = Number(asked.get("persons"));
  if (persons >= service.least_persons && persons <= service.most_persons)
    chosen.persons = persons;
  const start = Number(asked.get("start"));
  if (start > 0) chosen.day = dayThere(start, siteIn(booking, chosen).zone);
  return chosen;
}

export function useChosen(booking: Booking) {
  const [chosen, setChosen] = useState<Chosen>(
    () => history.state ?? linked(booking, location.search),
  );
  useEffect(() => {
    const onBack = () => setChosen(history.state ?? {});
    addEventListener("popstate", onBack);
    return () => removeEventListener("popstate", onBack);
  }, []);
  const choose = (next: Chosen) => {
    history.pushState(next, "");
    setChosen(next);
  };
  /** In place of what is chosen: going back does not come here again. */
  const correct = (next: Chosen) => {
    history.replaceState(next, "");
    setChosen(next);
  };
  return { chosen, choose, correct };
}
