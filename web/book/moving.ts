// "#move=<link>": this visit's appointment is to be moved. The link stands
// behind "#", so that no server log has it.

import { get } from "../shared/api.ts";
import type { Place } from "./booking.ts";
import type { Chosen } from "./steps.ts";

export interface Appointment {
  service: string;
  site: string;
  place: Place;
  persons: number;
  start: number;
}

export interface Moving extends Appointment {
  token: string;
}

const sign = "#move=";

export function linkToMove(): string {
  return location.hash.startsWith(sign)
    ? location.hash.slice(sign.length) : "";
}

/** Null for nothing to move. */
export async function appointmentToMove(): Promise<Moving | null> {
  const token = linkToMove();
  if (!token) return null;
  const visit = await get<{ phase: string; appointment?: Appointment }>(
    "/visit", { token });
  const mayMove = ["booked", "postponed"].includes(visit.phase);
  if (!mayMove || !visit.appointment) return null;
  return { ...visit.appointment, token };
}

/** What stays as it is. */
export function chosenFor({ service, site, place, persons }: Moving): Chosen {
  return { service, site, place, persons };
}
