// The appointment of a visit, as the server tells it to the visitor.

import type { Words } from "../shared/i18n.ts";

/** A place kept for this visit until an instant. */
export interface Offer {
  site_name?: Words;
  zone: string;
  start: number;
  until: number;
}

export interface Appointment {
  service: string;
  site: string;
  site_name?: Words; // Unless the site is gone.
  zone: string;
  place: "counter" | "phone" | "video" | "home";
  persons: number;
  start: number;
  end: number;
  waiting: boolean; // On the list for a seat.
  // None of these when the service is gone.
  arrive_from?: number; // From here on one may say that one is there,
  in_time_until?: number; // and until here one is not late.
  code_at_door?: boolean; // Only with the code that the door shows.
  change_until?: number; // A visitor may move it until then,
  cancel_until?: number; // and cancel it until then.
}
