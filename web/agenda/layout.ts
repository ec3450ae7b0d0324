// Where blocks stand: columns of a day or a week, and lanes within a column
// for what overlaps. Reads no clock and draws nothing.

import type { Agenda, Counter, Hours, Resource, Row } from "./agenda.ts";

export type View = "day" | "week";
export type By = "service" | "resource" | "counter";

/** What a column stands for; the parts that are named select its rows. */
export interface Column {
  key: string;
  day: string;
  service?: string;
  resource?: string; // Empty: of nobody.
  counter?: string; // Empty: at none.
}

export interface Placed {
  row: Row;
  lane: number;
  lanes: number; // Side by side with it.
}

const minute = 60_000;
export const hour = 60 * minute;

/** Rows side by side only with those they overlap, directly or through
 *  others. */
export function lanesOf(rows: readonly Row[]): Placed[] {
  const sorted = [...rows].sort((a, b) => a.start - b.start || a.id - b.id);
  const placed: Placed[] = [];
  let group: Placed[] = [];
  let ends: number[] = []; // Of each lane.
  const close = () => {
    for (const one of group) one.lanes = ends.length;
    group = [];
    ends = [];
  };
  for (const row of sorted) {
    if (ends.every((end) => end <= row.start)) close();
    const free = ends.findIndex((end) => end <= row.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = row.end;
    const one = { row, lane, lanes: 1 };
    group.push(one);
    placed.push(one);
  }
  close();
  return placed;
}

/** Whole hours around all there is; a working day where there is nothing. */
export function hoursAround(
  spans: readonly { from: number; to: number }[], fallback: number,
): { from: number; to: number } {
  const from = Math.min(...spans.map((one) => one.from));
  const to = Math.max(...spans.map((one) => one.to));
  if (spans.length === 0) return { from: fallback, to: fallback + 8 * hour };
  return {
    from: Math.floor(from / hour) * hour, to: Math.ceil(to / hour) * hour,
  };
}

/** Since midnight, so that days can stand beside each other. */
export function minutesOfDay(ms: number, midnight: number): number {
  return Math.round((ms - midnight) / minute);
}

export function columnsOf(
  agenda: Agenda, rows: readonly Row[], view: View, by: By, site: string,
): Column[] {
  if (view === "week") return weekColumns(agenda, rows);
  const day = agenda.days[0]!;
  const atCounters = by === "counter"
    ? counterColumns(agenda, rows, site) : [];
  if (atCounters.length > 0) return atCounters;
  if (by !== "resource") {
    const open = day.open.filter((one) => one.site === site)
      .flatMap(({ services }) => services);
    const all = new Set([...open, ...rows.map(({ service }) => service)]);
    return [...all].map((service) => ({ key: service, day: day.day, service }));
  }
  const known = agenda.resources.filter((one) => one.site === site);
  const columns = known.map(({ id }) =>
    ({ key: id, day: day.day, resource: id }));
  const nobody = { key: "", day: day.day, resource: "" };
  return rows.some((row) => row.resources.length === 0) || known.length === 0
    ? [...columns, nobody] : columns;
}

/** The counters at which something stands or somebody is due. */
export function countersWithAgenda(
  agenda: Agenda, rows: readonly Row[],
): Counter[] {
  const used = new Set([
    ...agenda.resources.map(({ counter }) => counter),
    ...rows.flatMap(({ counters = [] }) => counters),
  ]);
  return agenda.counters.filter(({ id }) => used.has(id));
}

function counterColumns(
  agenda: Agenda, rows: readonly Row[], site: string,
): Column[] {
  const { day } = agenda.days[0]!;
  const columns = countersWithAgenda(agenda, rows)
    .filter((one) => one.site === site)
    .map(({ id }) => ({ key: id, day, counter: id }));
  const isElsewhere = rows.some(({ counters }) => !counters?.length);
  return columns.length > 0 && isElsewhere
    ? [...columns, { key: "", day, counter: "" }] : columns;
}

/** Days without hours and without people are left out. */
function weekColumns(agenda: Agenda, rows: readonly Row[]): Column[] {
  const shown = agenda.days.filter(({ day, open }) =>
    open.length > 0 || rows.some((row) => dayKey(row, agenda) === day));
  return (shown.length > 0 ? shown : agenda.days)
    .map(({ day }) => ({ key: day, day }));
}

/** The day of a row, by what the server said of its days. */
export function dayKey(row: Row, agenda: Agenda): string {
  return dayIn(row.start, zoneOf(agenda, row.site));
}

export function zoneOf(agenda: Agenda, site: string): string {
  return (agenda.sites.find(({ id }) => id === site) ?? agenda.sites[0])
    ?.zone ?? "UTC";
}

export function rowsIn(
  column: Column, rows: readonly Row[], agenda: Agenda,
): Row[] {
  return rows.filter((row) =>
    dayKey(row, agenda) === column.day
    && (column.service === undefined || row.service === column.service)
    && (column.resource === undefined || (column.resource === ""
      ? row.resources.length === 0
      : row.resources.includes(column.resource)))
    && (column.counter === undefined || (column.counter === ""
      ? !row.counters?.length
      : row.counters?.includes(column.counter) === true)));
}

/** When something can be had in a column at all. */
export function hoursIn(
  column: Column, agenda: Agenda, site: string,
): Hours[] {
  const day = agenda.days.find((one) => one.day === column.day);
  return (day?.open ?? []).filter((one) =>
    one.site === site && (column.service === undefined
      || one.services.includes(column.service)));
}

/** The grid that a row moves on, in milliseconds. */
export function stepFor(row: Row, agenda: Agenda): number {
  const hours = agenda.days.flatMap(({ open }) => open)
    .find((one) => one.services.includes(row.service));
  return (hours?.step ?? 15) * minute;
}

export function isAway(
  resource: Resource, day: string, midnight: number,
): { from: number; to: number }[] {
  return resource.absent
    .filter(({ from, to }) => from.day <= day && day <= to.day)
    .map(({ from, to }) => ({
      from: midnight + (from.day < day ? 0 : from.minute ?? 0) * minute,
      to: midnight + (to.day > day ? 1440 : to.minute ?? 0) * minute,
    }))
    .filter(({ from, to }) => from < to);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "2026-12-01" on the clocks of a zone; quick enough for thousands. */
export function dayIn(ms: number, zone: string): string {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit",
    });
    formats.set(zone, format);
  }
  return format.format(ms);
}
