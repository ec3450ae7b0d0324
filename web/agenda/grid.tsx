// The agenda on the screen: columns of blocks over the hours of a day; on a
// narrow screen, and for who hears it, lists in order of time.

import type { ComponentChildren } from "preact";
import { pick, t } from "../shared/i18n.ts";
import { dayInWords, instantThere, timeThere } from "../shared/zoned.ts";
import { serviceName } from "../staff/names.ts";
import type { Desk } from "../staff/topic.ts";
import type { Agenda, Row } from "./agenda.ts";
import { Block } from "./block.tsx";
import {
  hour, hoursAround, hoursIn, isAway, lanesOf, minutesOfDay, rowsIn,
  type Column, type View,
} from "./layout.ts";
import type { Mover } from "./use_move.ts";

export interface GridProps {
  desk: Desk;
  agenda: Agenda;
  rows: Row[];
  columns: Column[];
  view: View;
  site: string;
  zone: string;
  mover: Mover;
  open(row: Row): void;
}

export function Grid(props: GridProps) {
  const { columns, rows, agenda, site, zone } = props;
  const midnight = (day: string) => instantThere(day, "00:00", zone) ?? 0;
  const within = (day: string, one: { from: number; to: number }) => ({
    from: one.from - midnight(day), to: one.to - midnight(day),
  });
  const spans = columns.flatMap((column) => [
    ...hoursIn(column, agenda, site),
    ...rowsIn(column, rows, agenda)
      .map(({ start, end }) => ({ from: start, to: end })),
  ].map((one) => within(column.day, one)));
  const { from, to } = hoursAround(spans, 9 * hour);
  const first = from / 60_000;
  if (columns.length === 0)
    return <p class="grid soft">{t("agenda.none")}</p>;
  return (
    <div
      class="grid" data-columns={columns.length}
      style={{ "--minutes": (to - from) / 60_000, "--count": columns.length }}
    >
      <Hours from={from} to={to} />
      {columns.map((column) => (
        <OneColumn
          {...props} key={column.key} column={column} first={first}
          midnight={midnight(column.day)}
        />
      ))}
    </div>
  );
}

/** The scale at the side; blocks say their times themselves. */
function Hours({ from, to }: { from: number; to: number }) {
  const all = Array.from({ length: (to - from) / hour }, (_, i) =>
    Math.round(from / hour) + i);
  return (
    <div class="grid-hours" aria-hidden="true">
      {all.map((one, i) => (
        <span key={one} style={{ "--at": i * 60 }}>{one} h</span>
      ))}
    </div>
  );
}

interface OneColumnProps extends GridProps {
  column: Column;
  first: number; // Minute of the day at the top.
  midnight: number;
}

function OneColumn(props: OneColumnProps) {
  const { column, rows, agenda, first, midnight, mover } = props;
  const mine = rowsIn(column, rows, agenda);
  const title = titleOf(props);
  const at = (ms: number) => minutesOfDay(ms, midnight) - first;
  return (
    <section
      class="column" aria-label={title} data-column={column.key}
    >
      <h3 class="column-title">
        {title}
        <span class="soft">{t("agenda.count", { count: mine.length })}</span>
      </h3>
      <Backdrop {...props} at={at} />
      <ol class="blocks">
        {lanesOf(mine).map(({ row, lane, lanes }) => (
          <li
            key={row.id} class="block-place"
            style={{
              "--at": at(row.start),
              "--long": (row.end - row.start) / 60_000,
              "--lane": lane, "--lanes": lanes,
            }}
          >
            <Block {...props} row={row} />
          </li>
        ))}
      </ol>
      {mine.length === 0 && <p class="soft column-none">{t("agenda.none")}</p>}
      <Ghost mover={mover} column={column} props={props} at={at} />
    </section>
  );
}

function titleOf({ column, desk, agenda, view }: OneColumnProps): string {
  if (view === "week") return dayInWords(column.day);
  if (column.service !== undefined) return serviceName(desk, column.service);
  if (column.counter !== undefined)
    return pick(agenda.counters.find(({ id }) => id === column.counter)?.name)
      || t("agenda.no_counter");
  const known = agenda.resources.find(({ id }) => id === column.resource);
  return known ? pick(known.name) : t("agenda.nobody");
}

interface BackdropProps extends OneColumnProps {
  at(ms: number): number;
}

/** When it is open, and when somebody is away. */
function Backdrop({ column, agenda, site, midnight, at }: BackdropProps) {
  const away = agenda.resources.find(({ id }) => id === column.resource);
  const band = (kind: string, one: { from: number; to: number }) => (
    <span
      key={`${kind}${one.from}`} class={`band band-${kind}`}
      style={{ "--at": at(one.from), "--long": (one.to - one.from) / 60_000 }}
    />
  );
  return (
    <div class="backdrop" aria-hidden="true">
      {hoursIn(column, agenda, site).map((one) => band("open", one))}
      {away && isAway(away, column.day, midnight)
        .map((one) => band("away", one))}
    </div>
  );
}

interface GhostProps {
  mover: Mover;
  column: Column;
  props: OneColumnProps;
  at(ms: number): number;
}

/** Where the appointment that is being moved would go. */
function Ghost({ mover, column, props, at }: GhostProps): ComponentChildren {
  const { moving } = mover;
  if (!moving || !mover.goesTo(column)) return null;
  const { row, start } = moving;
  return (
    <div
      class="ghost" aria-hidden="true"
      style={{
        "--at": at(start), "--long": (row.end - row.start) / 60_000,
      }}
    >{timeThere(start, props.zone)}</div>
  );
}
