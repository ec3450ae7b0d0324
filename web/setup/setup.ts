// What the server says about set-ups, and how it is asked.

import { get, send } from "../shared/api.ts";
import type { Words } from "../shared/i18n.ts";

export type Kind =
  "id" | "prefix" | "text" | "number" | "day" | "weekdays" | "hours" | "site"
  | "names";

export interface Parameter {
  id: string;
  kind: Kind;
  value: unknown;
  least?: number;
  most?: number;
}

export interface Template {
  id: string;
  name: Words;
  about: Words;
  parameters: Parameter[];
}

export interface Problem {
  where: string;
  what: string;
}

export interface Change {
  where: string;
  kind: "added" | "removed" | "changed" | "reordered";
  was: unknown;
  becomes: unknown;
}

export interface Conflict {
  visit: number;
  service: string;
  local: string;
  start: number;
  persons: number;
  why: string;
}

export interface OfferedDay {
  day: string;
  open: boolean;
  starts: number;
}

export interface Offer {
  service: string;
  name: Words;
  days: OfferedDay[];
}

export interface Outcome {
  problems: Problem[];
  changes: Change[];
  in_use: boolean;
  conflicts: Conflict[];
  offer: Offer[];
}

export interface Draft {
  number: number;
  publish_at: number | null;
  missed: string;
  since: Change[];
  outcome: Outcome;
}

export interface Drafts {
  draft: Draft | null;
  restorable: boolean;
  restoring: Outcome | null;
}

export interface Site {
  id: string;
  name: Words;
  zone: string;
}

export interface InForce {
  name: Words;
  zone: string;
  booking?: { sites?: Site[] };
}

export interface Wish {
  template: string;
  parameters: Record<string, unknown>;
}

export interface Everything {
  templates: Template[];
  drafts: Drafts;
  inForce: InForce;
}

function at(office: string, rest: string) {
  return `/offices/${encodeURIComponent(office)}/setup${rest}`;
}

export async function everythingOf(office: string): Promise<Everything> {
  const [templates, drafts, inForce] = await Promise.all([
    get<Template[]>(at(office, "/templates")),
    get<Drafts>(at(office, "/draft")),
    get<InForce>(at(office, "")),
  ]);
  return { templates, drafts, inForce };
}

export function tried(office: string, wish: Wish) {
  return send<Outcome>("POST", at(office, "/trial"), { body: wish });
}

export async function keepDraft(
  office: string, wish: Wish, instead_of: number, key: string,
) {
  const body = { ...wish, instead_of };
  const { link } = await send<{ link: string }>(
    "PUT", at(office, "/draft"), { body, key });
  return link;
}

export function dropDraft(office: string, draft: number, key: string) {
  return send<Drafts>("DELETE", at(office, "/draft"), { body: { draft }, key });
}

export function publish(
  office: string, draft: number, when: number | null, key: string,
) {
  const body = when ? { draft, at: when } : { draft };
  return send<Drafts>("POST", at(office, "/publish"), { body, key });
}

export function restore(office: string, key: string) {
  return send<Drafts>("POST", at(office, "/restore"), { body: {}, key });
}
