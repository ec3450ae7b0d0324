// What is known so far of an appointment for a caller. No page, no server.

import type { Booking, Place, Service, Wish } from "../staff/booking.ts";
import type { Person } from "../staff/topic.ts";

export interface Draft extends Wish {
  person: Person;
}

export const nobody: Person = { name: "", phone: "", email: "", note: "" };

/** The least that a service can be asked for. */
export function draftFor(service: Service, person: Person = nobody): Draft {
  return {
    service: service.id,
    site: service.sites[0] ?? "",
    place: service.places[0] ?? "counter",
    persons: service.least_persons,
    person,
  };
}

export function wishOf({ service, site, place, persons }: Draft): Wish {
  return { service, site, place, persons };
}

/** The same for another service: what it does not offer is chosen anew. */
export function changedTo(booking: Booking, draft: Draft, id: string): Draft {
  const service = booking.services.find((one) => one.id === id);
  if (!service) return draft;
  const fresh = draftFor(service, draft.person);
  const keeps = (place: Place) => service.places.includes(place);
  return {
    ...fresh,
    site: service.sites.includes(draft.site) ? draft.site : fresh.site,
    place: keeps(draft.place) ? draft.place : fresh.place,
    persons: Math.min(service.most_persons,
      Math.max(service.least_persons, draft.persons)),
  };
}

/** The service that a digit means, unless somebody types. */
export function pickedBy(event: KeyboardEvent, ids: string[]): string | null {
  const target = event.target as HTMLInputElement;
  if (target.tagName === "INPUT" && target.type !== "radio") return null;
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return /^[1-9]$/.test(event.key) ? ids[Number(event.key) - 1] ?? null : null;
}
