// The words of the "desk" topic: what the office tells a page for staff.
// Knows neither how the words arrive nor how they are shown.

import type { FormAnswers, FormField } from "../shared/form.ts";
import type { Words } from "../shared/i18n.ts";

export type Millis = number;

export type Phase =
  | "waiting"
  | "called"
  | "serving"
  | "parked"
  | "missed"
  | "held"
  | "booked"
  | "postponed"
  | "served"
  | "left"
  | "cancelled"
  | "abandoned"
  | "expired"
  | "no_show";

export type Priority = "standard" | "appointment" | "priority";
export type Channel =
  | "phone"
  | "reception"
  | "kiosk"
  | "sms"
  | "web"
  | "call"
  | "partner";
export type Outcome =
  | "served"
  | "not_possible"
  | "documents_missing"
  | "redirected";

/** First by the whole part, then by the part behind it. */
export type Turn = [number, number];

export interface Visit {
  id: number;
  version: number;
  number: string;
  phase: Phase;
  service: string;
  queue: string;
  counter?: string;
  wanted?: string;
  inside?: string; // Waits inside this site, sent on from a counter there.
  agent?: string;
  lane?: number; // Of its line; the first where left out.
  due?: Millis;
  turn?: Turn; // Among those due in the same instant; by `id` where left out.
  since?: Millis;
  joined?: Millis;
  last_call?: Millis;
  calls?: number;
  priority?: Priority;
  persons?: number;
  channel?: Channel;
  language?: string;
  reason?: string;
  outcome?: Outcome;
  described?: boolean;
  undo?: { step: string; until: Millis } | null;
  appointment?: VisitAppointment;
}

export interface VisitAppointment {
  start: Millis;
  end: Millis;
  local: string; // "2026-10-25T09:00+01:00", on the clocks of its site.
  site: string;
  place: "counter" | "phone" | "video" | "home";
  waiting: boolean;
}

export interface QueueSetup {
  name: Words;
  prefix: string;
}

export interface ServiceSetup {
  name: Words;
  queue: string;
  minutes: number;
  bring?: Words;
  form?: FormField[];
  walk_in?: boolean;
}

export interface CounterSetup {
  name: Words;
  label: string;
  serves: string[];
  site?: string; // Where it stands; empty in an office without sites.
}

export interface SiteSetup {
  name: Words;
  gauge: number; // 0: no limit.
}

/** Today: `most` is left out without a limit. */
export interface SiteState {
  inside: number;
  most?: number;
}

export interface QueueState {
  open: boolean;
  wait?: [number, number] | null;
}

export interface CounterState {
  agent?: string;
  on_break?: boolean;
  break_reason?: string;
  online?: boolean;
  since?: Millis;
  visit?: number | null;
}

export interface Rules {
  undo_seconds: number;
  recall_limit: number;
  recall_pause_seconds: number;
  offline_grace_minutes?: number;
}

export interface Desk {
  office: { id: string; name: Words; day?: string };
  setup: {
    queues: Record<string, QueueSetup>;
    services: Record<string, ServiceSetup>;
    counters: Record<string, CounterSetup>;
    sites?: Record<string, SiteSetup>;
    rules: Rules;
  };
  queues: Record<string, QueueState>;
  counters: Record<string, CounterState>;
  sites?: Record<string, SiteState>;
  visits: Record<string, Visit>;
  /** Another number: the agenda of some day may have changed. */
  agenda: number;
}

export interface Person {
  name?: string;
  phone?: string;
  email?: string;
  note?: string;
  answers?: FormAnswers; // To the form of the service.
}

/** What staff type about a person. */
export type Written = "name" | "phone" | "email" | "note";

export type Role =
  | "agent"
  | "reception"
  | "supervisor"
  | "administrator"
  | "operator";

/** May open and close queues, and free what another counter holds. */
export function supervises(role: Role | undefined): boolean {
  return role === "supervisor" || role === "administrator";
}

export function isOpen(phase: Phase): boolean {
  return ["waiting", "called", "serving", "parked", "missed"].includes(phase);
}
