// Appointments of today whose people have not come. Pure.

import type { Desk, Visit } from "./topic.ts";

export interface Expected {
  visit: Visit;
  time: string; // "09:00", on the clocks of its site.
  late: number; // Minutes since it began; less than 0 before.
}

/** "09:00" of the visit's appointment; empty without one. */
export function timeOf({ appointment }: Visit): string {
  return appointment?.local.slice(11, 16) ?? "";
}

/** The earliest first; of appointments that are to be kept here. */
export function expectedAt(desk: Desk, now: number): Expected[] {
  return Object.values(desk.visits)
    .filter((visit) => visit?.phase === "booked"
      && visit.appointment?.place === "counter"
      && !visit.appointment.waiting)
    .map((visit) => ({
      visit,
      time: timeOf(visit),
      late: Math.floor((now - visit.appointment!.start) / 60_000),
    }))
    .sort((one, other) =>
      other.late - one.late || one.visit.id - other.visit.id);
}
