// Moving on the page: keys and pointer lead to one wish to the office, and
// what it says to one answer on the page.

import { useRef, useState } from "preact/hooks";
import { Refusal, useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { dateThere, dayThere, timeThere } from "../shared/zoned.ts";
import { command, fieldsOf, type Beyond } from "../staff/booking.ts";
import { isMovable, type Row } from "./agenda.ts";
import { nameOf } from "./block.tsx";
import { follow, lately, type Scene as Drawn } from "./drag.ts";
import { stepFor, type Column } from "./layout.ts";
import {
  isElsewhere, moved, moveKeyOf, type Moving, type MoveKey, type Target,
} from "./moving.ts";

/** A move that the office said no to. */
export interface Refused {
  row: Row;
  to: Target;
  why: Refusal;
}

/** A move that can be put back. */
export interface Moved {
  row: Row;
  back: Target;
}

interface Scene extends Drawn {
  office: string;
  offline: boolean;
}

export type Mover = ReturnType<typeof useMove>;

export function useMove(scene: Scene) {
  const now = useRef(scene);
  now.current = scene;
  const [said, say] = useState("");
  const { moving, newest, set } = useMoving();
  const asking = useAsking(now, say);

  const commit = (wish: Moving) => {
    set(null);
    if (isElsewhere(wish)) asking.ask(wish.row, wish);
    else say(t("agenda.move_kept"));
  };
  const begin = (row: Row) => {
    if (!isMovable(row) || now.current.offline) return;
    asking.forget();
    set({ row, start: row.start, dragged: false });
    const time = inWords(row.start, now.current.zone);
    say(t("agenda.moving", { name: nameOf(row), time }));
  };
  const stop = () => {
    if (newest.current) say(t("agenda.move_kept"));
    set(null);
  };
  const step = (wish: Moving, key: MoveKey) => {
    const { agenda, columns, zone } = now.current;
    if (!agenda) return;
    const next = moved(wish, key, stepFor(wish.row, agenda), columns, zone);
    set(next);
    say(targetInWords(next, now.current));
  };
  return {
    ...asking, moving, said, begin, stop,
    goesTo: (column: Column) => moving !== null && goesTo(moving, column,
      now.current.zone),
    wasDragged: () => lately.dragged,
    hear: (event: KeyboardEvent, row: Row) => {
      const wish = newest.current;
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      if (wish?.row.id !== row.id) {
        if (event.key.toLowerCase() === "m") begin(row);
        return;
      }
      if (event.key === "Tab") return stop();
      const key = moveKeyOf(event.key);
      if (key) step(wish, key);
      else if (event.key === "Enter") commit(wish);
      else if (event.key === "Escape") stop();
      else return;
      event.preventDefault();
    },
    grab: (event: PointerEvent, row: Row) => {
      const isFree = isMovable(row) && !now.current.offline;
      if (!isFree || event.button !== 0 || event.pointerType === "touch")
        return;
      follow(event, row, {
        scene: () => now.current, show: set, drop: commit,
      });
    },
  };
}

/** What is being moved, known at once to whoever hears the next key. */
function useMoving() {
  const [moving, move] = useState<Moving | null>(null);
  const newest = useRef<Moving | null>(null);
  const set = (next: Moving | null) => {
    newest.current = next;
    move(next);
  };
  return { moving, newest, set };
}

/** Asks the office, and keeps what it said until somebody has seen it. */
function useAsking(scene: { current: Scene }, say: (text: string) => void) {
  const [refused, refuse] = useState<Refused | null>(null);
  const [done, finish] = useState<Moved | null>(null);
  const { start, busy, problem } = useAction(async (
    key, row: Row, to: Target, beyond?: Beyond,
  ) => {
    const { office, zone } = scene.current;
    const wish = { start: to.start, ...(beyond && { beyond }) };
    const fields = {
      visit: { id: row.id }, ...fieldsOf(wish),
      ...(to.resource && { resource: to.resource }),
    };
    try {
      await command(office, "move_booking", fields, key);
    } catch (why) {
      if (!(why instanceof Refusal) || why.status === 0) throw why;
      return refuse({ row, to, why });
    }
    refuse(null);
    finish({ row, back: backOf(row, to) });
    const time = inWords(to.start, zone);
    say(t("agenda.moved", { name: nameOf(row), time }));
  });
  return {
    refused, done, busy, problem,
    ask: (row: Row, to: Target, beyond?: Beyond) =>
      void start(row, to, beyond),
    putBack: () => {
      if (done) void start(done.row, done.back).then(() => finish(null));
    },
    forget: () => finish(null),
    giveUp: () => refuse(null),
  };
}

function goesTo(
  { row, start, resource }: Moving, column: Column, zone: string,
): boolean {
  if (dayThere(start, zone) !== column.day) return false;
  if (column.resource !== undefined)
    return column.resource === (resource ?? row.resources[0] ?? "");
  return column.service === undefined || column.service === row.service;
}

function backOf(row: Row, to: Target): Target {
  const [first] = row.resources;
  return { start: row.start, ...(to.resource && first && { resource: first }) };
}

export function inWords(at: number, zone: string): string {
  return `${dateThere(at, zone)}, ${timeThere(at, zone)}`;
}

function targetInWords(wish: Moving, { agenda, zone }: Scene): string {
  const time = inWords(wish.start, zone);
  const known = agenda?.resources.find(({ id }) => id === wish.resource);
  return known ? t("agenda.moving_with", { time, with: pick(known.name) })
    : t("agenda.moving_to", { time });
}
