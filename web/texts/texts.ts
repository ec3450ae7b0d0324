// The messages of an office as the page holds them: which words are its own,
// and which are the usual ones.

import { get, post, send } from "../shared/api.ts";
import type { Words } from "../shared/i18n.ts";

export type Part = "sms" | "subject" | "mail";
export type Route = "off" | "sms_first" | "email_first" | "both";
export type Tongue = "fr" | "en";

export const parts: Part[] = ["sms", "subject", "mail"];
export const routes: Route[] = ["sms_first", "email_first", "both", "off"];

export interface Text extends Partial<Record<Part, string>> {
  about: string;
  service?: string; // Else for all that have none of their own.
  language: string;
}

export interface Reminder {
  days?: number;
  at?: number; // Minutes after midnight; -1: that of the appointment,
  minutes?: number; // less so many.
}

/** What is left out is as usual; what the page does not know, it keeps. */
export interface Messages {
  on?: boolean;
  phone?: string;
  address?: string;
  sender?: string;
  routes?: Record<string, Route>;
  reminders?: Reminder[];
  quiet_from?: number;
  quiet_to?: number;
  texts?: Text[];
  join?: { word: string; service: string }[];
}

export interface Occasion {
  about: string;
  route: Route;
  variables: string[];
  usual: Record<Tongue, Record<Part, string>>;
}

export interface Texts {
  version: string;
  name: Words;
  messages: Messages;
  services: { id: string; name: Words }[];
  occasions: Occasion[];
}

export interface Shown {
  sms: string;
  sms_size: {
    units: number; parts: number; alphabet: string; culprits: string[];
  };
  subject: string;
  text: string;
  problems: { part: Part; what: string; variable: string }[];
}

/** Which words are looked at. */
export interface Choice {
  about: string;
  service: string; // Empty: for all.
  language: Tongue;
}

function path(office: string, rest: string) {
  return `/offices/${encodeURIComponent(office)}/${rest}`;
}

export function textsOf(office: string) {
  return get<Texts>(path(office, "texts"));
}

export function shownFor(office: string, words: Choice & Record<Part, string>) {
  return post<Shown>(path(office, "texts/preview"), words);
}

/** In place of those in force, if nobody has changed the set-up since. */
export async function save(
  office: string, messages: Messages, version: string, key: string,
) {
  const setup = await get<object>(path(office, "setup"));
  await send("PUT", path(office, "setup"), {
    body: { ...setup, messages }, key, ifMatch: version,
  });
  return textsOf(office);
}

function ownText({ texts = [] }: Messages, of: Choice): Text | undefined {
  return texts.find(({ about, service = "", language }) =>
    about === of.about && service === of.service && language === of.language);
}

/** Without words of its own: those for all services, or the usual ones. */
export function underlying(
  messages: Messages, occasion: Occasion, of: Choice, part: Part,
): string {
  const forAll = of.service ? ownText(messages, { ...of, service: "" }) : null;
  return forAll?.[part] || occasion.usual[of.language][part];
}

export function wordsFor(
  messages: Messages, occasion: Occasion, of: Choice,
): Record<Part, string> {
  const own = ownText(messages, of);
  const word = (part: Part) =>
    own?.[part] || underlying(messages, occasion, of, part);
  return { sms: word("sms"), subject: word("subject"), mail: word("mail") };
}

export function isOwn(messages: Messages, of: Choice): boolean {
  return ownText(messages, of) !== undefined;
}

/** What says the same as without is not kept. */
export function withWords(
  messages: Messages, occasion: Occasion, of: Choice, part: Part, words: string,
): Messages {
  const own = ownText(messages, of);
  const isUsual = words === underlying(messages, occasion, of, part);
  const text: Text = { ...(own ?? of), [part]: isUsual ? "" : words };
  const others = (messages.texts ?? []).filter((one) => one !== own);
  const isEmpty = parts.every((one) => !text[one]);
  return { ...messages, texts: isEmpty ? others : [...others, text] };
}

export function withUsualWords(messages: Messages, of: Choice): Messages {
  const own = ownText(messages, of);
  return {
    ...messages,
    texts: (messages.texts ?? []).filter((one) => one !== own),
  };
}

/** "08:05" of 485, as clocks in forms have it. */
export function clockOf(minutes: number): string {
  const two = (number: number) => `${number}`.padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

export function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
}
