// Dates and times on the clocks of a place, whatever the clocks of the person
// show. Days are texts as the server writes them: "2026-12-01".

import { language, languages } from "./i18n.ts";

type Shape = Intl.DateTimeFormatOptions;

function formatted(ms: number, zone: string, shape: Shape): string {
  const { locale } = languages[language()];
  return new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone })
    .format(ms);
}

/** "09:00" */
export function timeThere(ms: number, zone: string): string {
  return formatted(ms, zone, {
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
}

/** "mardi 1 décembre" */
export function dateThere(ms: number, zone: string): string {
  return formatted(ms, zone, {
    weekday: "long", day: "numeric", month: "long",
  });
}

/** "2026-12-01" */
export function dayThere(ms: number, zone: string): string {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
  }).formatToParts(ms);
  const part = (type: string) =>
    parts.find((one) => one.type === type)?.value ?? "";
  return `${part("year")}-${part("month")}-${part("day")}`;
}

/** "heure de La Réunion", where the person's own clocks show another time. */
export function foreignZone(ms: number, zone: string): string {
  const onClocks = (of: string) =>
    formatted(ms, of, { dateStyle: "short", timeStyle: "short" });
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (onClocks(zone) === onClocks(here)) return "";
  const { locale } = languages[language()];
  const named = new Intl.DateTimeFormat(locale, {
    timeZone: zone, timeZoneName: "long",
  }).formatToParts(ms);
  return named.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

// -- days without a time ------------------------------------------------------

export function middayOf(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** "mardi 1 décembre" */
export function dayInWords(day: string): string {
  return dateThere(middayOf(day), "UTC");
}

/** "décembre 2026", of "2026-12". */
export function monthInWords(month: string): string {
  return formatted(middayOf(`${month}-01`), "UTC", {
    month: "long", year: "numeric",
  });
}

/** When clocks there show "10:15" on a day; null for what is no time. */
export function instantThere(
  day: string, time: string, zone: string,
): number | null {
  const meant = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(meant) || !/^\d\d:\d\d$/.test(time)) return null;
  const shown = (ms: number) =>
    Date.parse(`${dayThere(ms, zone)}T${hourThere(ms, zone)}:00Z`);
  // Twice, for the clocks may change between the first guess and the answer.
  const guess = meant - (shown(meant) - meant);
  return guess - (shown(guess) - meant);
}

function hourThere(ms: number, zone: string): string {
  return new Intl.DateTimeFormat("en", {
    timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  }).format(ms);
}
