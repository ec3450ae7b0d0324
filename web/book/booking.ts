// What the server says about appointments, and how it is asked.

import { get, post, type Refusal } from "../shared/api.ts";
import type { Words } from "../shared/i18n.ts";
import type { FormAnswers, FormField } from "../shared/form.ts";
import { linkOfPreview } from "./preview.ts";

export type Place = "counter" | "phone" | "video" | "home";

export interface Site {
  id: string;
  name: Words;
  zone: string;
}

export interface Service {
  id: string;
  name: Words;
  bring: Words;
  instructions: Words;
  form: FormField[];
  sites: string[];
  places: Place[];
  least_persons: number;
  most_persons: number;
  minutes: number[]; // For `least_persons`, for one more …
  horizon_days: number;
  proven?: boolean; // Their address is proven by a code.
  applications?: boolean; // For identity papers applied for beforehand.
  followed_by?: FollowUp;
}

/** Another appointment that is due so many days later. */
export interface FollowUp {
  service: string;
  days_from: number;
  days_to: number;
}

export interface Booking {
  id: string; // Of the office.
  name: Words;
  sites: Site[];
  services: Service[];
  messages?: boolean; // People are told of changes.
  now: number;
}

export interface Day {
  day: string;
  open: boolean;
  starts: number;
}

export interface Slot {
  start: number;
  left: number;
  waiting: number; // Seats on the waiting list, once none is left.
}

/** What is asked for, apart from when. */
export interface Wish {
  service: string;
  site: string;
  persons: number;
  place: Place;
}

export interface Hold {
  token: string;
  start: number;
  until: number;
}

export interface Answers {
  name: string;
  phone: string;
  email: string;
  note: string;
  answers: FormAnswers; // To the form of the service.
  applications: string; // One or several numbers, as typed.
}

export interface Person extends Omit<Answers, "applications"> {
  applications: string[];
}

/** Of the office as it is, or of the draft that a link shows. */
function ask<T>(office: string, rest = ""): Promise<T> {
  const token = linkOfPreview();
  return token ? get<T>(`/preview${rest}`, { token })
    : get<T>(`/offices/${encodeURIComponent(office)}/booking${rest}`);
}

function about(what: string, wish: Wish, when: object) {
  const asked = new URLSearchParams({
    ...wish, persons: `${wish.persons}`, ...when,
  });
  return `/${what}?${asked}`;
}

export async function bookingOf(id: string): Promise<Booking> {
  return { ...await ask<Omit<Booking, "id">>(id), id };
}

export async function daysBetween(
  office: string, wish: Wish, from: string, to: string,
) {
  const rest = about("days", wish, { from, to });
  return (await ask<{ days: Day[] }>(office, rest)).days;
}

export async function slotsOn(office: string, wish: Wish, day: string) {
  const rest = about("slots", wish, { day });
  return (await ask<{ slots: Slot[] }>(office, rest)).slots;
}

export function hold(
  office: string, wish: Wish, slot: Slot, language: string, key: string,
  follows?: string, // The link of the first appointment.
) {
  const path = `/offices/${encodeURIComponent(office)}/holds`;
  const may_wait = slot.left === 0;
  const body = { ...wish, start: slot.start, may_wait, language };
  return post<Hold>(path, follows ? { ...body, follows } : body, { key });
}

/** Starts near one that cannot be had any more, as a refusal brings them. */
export function nearIn(problem: Refusal | null): Slot[] | null {
  const { near } = (problem?.body ?? {}) as { near?: Slot[] };
  return near ?? null;
}

export function minutesFor(service: Service, persons: number): number {
  return service.minutes[persons - service.least_persons] ?? 0;
}
