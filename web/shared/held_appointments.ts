// The appointments made in this browser, so that their links are not lost with
// the page. Forgotten when they are cancelled, and a day after their time.

import { recall, remember } from "./storage.ts";

export interface HeldAppointment {
  token: string;
  office: string;
  start: number;
  zone: string;
}

const name = "appointments";
const day = 24 * 3600 * 1000;

/** The soonest first. */
export function heldAppointments(): HeldAppointment[] {
  return (recall<HeldAppointment[]>(name) ?? [])
    .filter(({ start }) => Date.now() - start < day)
    .sort((one, other) => one.start - other.start);
}

/** Also when its time has changed. */
export function holdAppointment(it: HeldAppointment) {
  remember(name, [...others(it.token), it]);
}

export function letGoOfAppointment(token: string) {
  remember(name, others(token));
}

function others(token: string): HeldAppointment[] {
  return heldAppointments().filter((one) => one.token !== token);
}
