// One appointment: pressed it opens, dragged or with M and the arrows it moves.

import { t } from "../shared/i18n.ts";
import { timeThere } from "../shared/zoned.ts";
import { serviceName } from "../staff/names.ts";
import { isMovable, type Row } from "./agenda.ts";
import type { GridProps } from "./grid.tsx";

interface BlockProps extends GridProps {
  row: Row;
}

export function nameOf(row: Row): string {
  return row.person?.name || row.number || t("phone.nobody");
}

/** What is to be known at a glance, in words. */
export function marksOf(row: Row): string[] {
  const marks: string[] = [];
  if (!row.on_duty) marks.push(t("agenda.off_duty"));
  if (row.overbooked) marks.push(t("agenda.overbooked"));
  if (row.waiting) marks.push(t("agenda.waiting_seat"));
  if (row.summary) marks.push(t("agenda.to_send"));
  if (row.persons > 1) marks.push(t("desk.persons", { count: row.persons }));
  return marks;
}

export function Block({ desk, row, zone, mover, open }: BlockProps) {
  const isMoving = mover.moving?.row.id === row.id;
  const marks = marksOf(row);
  return (
    <button
      type="button" data-visit={row.id}
      class={`block block-${row.phase}${row.on_duty ? "" : " block-off"}${
        isMoving ? " block-moving" : ""}`}
      aria-keyshortcuts={isMovable(row) ? "M" : undefined}
      onClick={() => mover.wasDragged() || open(row)}
      onKeyDown={(event) => mover.hear(event, row)}
      onPointerDown={(event) => mover.grab(event, row)}
      onBlur={() => isMoving && !mover.moving?.dragged && mover.stop()}
    >
      <span class="block-time number">{timeThere(row.start, zone)}</span>{" "}
      <span class="block-name">{nameOf(row)}</span>
      <span class="hidden">
        , {serviceName(desk, row.service)}, {t(`desk.phase.${row.phase}`)}
      </span>
      {marks.map((mark, i) => (
        <span key={mark} class={i === 0 ? "block-mark" : "hidden"}>
          <span class="hidden">, </span>{mark}
        </span>
      ))}
    </button>
  );
}
