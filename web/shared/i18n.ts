// The person's language and every word in it. Texts live in web/messages;
// the build gives each page the ones it says, and keys are checked by type.
// Never call t() while a module loads: the words arrive just after.

import { useEffect, useState } from "preact/hooks";
import { recall, remember } from "./storage.ts";

type Texts = typeof import("../messages/fr.json");
export type Key = keyof Texts;
export type Language = "fr" | "en";
/** The same words by language tag, as the server sends names. */
export type Words = Record<string, string>;

type Forms = { one: string; other: string; [form: string]: string };
type Parameters = Record<string, string | number>;

interface Manners {
  name: string;
  dir: "ltr" | "rtl";
  locale: string; // How dates and times are written.
}

export const languages: Record<Language, Manners> = {
  fr: { name: "Français", dir: "ltr", locale: "fr-FR" },
  en: { name: "English", dir: "ltr", locale: "en-GB" },
};

const known: Partial<Record<Language, Record<string, string | Forms>>> = {};
const watchers = new Set<() => void>();
let current: Language = choose();

function choose(): Language {
  const asked = new URLSearchParams(location.search).get("lang");
  const wishes = [asked, recall<string>("language"), ...navigator.languages];
  for (const wish of wishes) {
    const tag = wish?.slice(0, 2).toLowerCase();
    if (tag && tag in languages) return tag as Language;
  }
  return "fr";
}

/** Called once by each page's entry, before the page itself runs. */
export function learn(words: Record<string, Record<string, string | Forms>>) {
  Object.assign(known, words);
  announce();
}

function announce() {
  document.documentElement.lang = current;
  document.documentElement.dir = languages[current].dir;
}

export function language(): Language {
  return current;
}

/** `kept`: also when the page is opened again. */
export function speak(wish: Language, kept = true) {
  current = wish;
  if (kept) remember("language", wish);
  announce();
  for (const watcher of watchers) watcher();
}

/** Renders the caller again when the language changes. */
export function useLanguage(): Language {
  const [, render] = useState<Language>(current);
  useEffect(() => {
    const watcher = () => render(current);
    watchers.add(watcher);
    return () => void watchers.delete(watcher);
  }, []);
  return current;
}

/**
 * The text of `key` in the person's language. The parameter `count` also
 * chooses the plural form; numbers are written as the language writes them.
 */
export function t(key: Key, parameters: Parameters = {}): string {
  return sayIn(current, key, parameters);
}

/** As `t`, in a language of choice: for announcements said in several. */
export function sayIn(
  wish: Language, key: Key, parameters: Parameters = {},
): string {
  const text = known[wish]?.[key];
  if (text === undefined) return key;
  const form = typeof text === "string" ? text : plural(wish, text, parameters);
  const filled = form.replace(/\{(\w+)\}/g, (hole, name) => {
    const value = parameters[name];
    if (value === undefined) return hole;
    return typeof value === "number"
      ? new Intl.NumberFormat(wish).format(value) : value;
  });
  return typeset(filled, wish);
}

function plural(wish: Language, forms: Forms, { count }: Parameters): string {
  return forms[new Intl.PluralRules(wish).select(Number(count))] ?? forms.other;
}

/** Typed quotes curl; no line breaks before "min" or a French "?". */
export function typeset(text: string, wish = current): string {
  const curled = text.replace(/'/g, "’")
    .replace(/(\d) min\b/g, "$1\u00a0min");
  if (wish !== "fr") return curled;
  return curled.replace(/ ([?!:;»])/g, "\u00a0$1").replace(/« /g, "«\u00a0");
}

/** The server's words in the person's language, or in any there is. */
export function pick(words: Words | null | undefined): string {
  if (!words) return "";
  return words[current] ?? words.fr ?? Object.values(words)[0] ?? "";
}

/** "10:42" in the person's language, from milliseconds since 1970. */
export function clockTime(ms: number): string {
  return new Intl.DateTimeFormat(languages[current].locale, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).format(ms);
}

/** "lundi 23 novembre", from milliseconds since 1970. */
export function longDate(ms: number): string {
  return new Intl.DateTimeFormat(languages[current].locale, {
    weekday: "long", day: "numeric", month: "long",
  }).format(ms);
}
