// Follows the pointer from where it took an appointment until it lets go.

import { stepFor, type Column } from "./layout.ts";
import { dropped, type Moving } from "./moving.ts";
import type { Agenda, Row } from "./agenda.ts";

const farEnough = 6; // Pixels; less is a press with an unsteady hand.

export interface Scene {
  agenda: Agenda | null;
  columns: Column[];
  zone: string;
}

interface Drag {
  scene(): Scene;
  show(where: Moving | null): void;
  drop(where: Moving): void;
}

/** As agenda.css draws it: two pixels where letters have their usual size. */
function pixelsAMinute(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 8;
}

function columnAt(event: PointerEvent, columns: Column[]): Column | null {
  const key = document.elementsFromPoint(event.clientX, event.clientY)
    .map((one) => one.closest<HTMLElement>("[data-column]"))
    .find((one) => one)?.dataset.column;
  return columns.find((one) => one.key === key) ?? null;
}

/** A drag ends in a click, which is none. */
export const lately = { dragged: false };

export function follow(down: PointerEvent, row: Row, drag: Drag) {
  const start: Moving = { row, start: row.start, dragged: true };
  let now: Moving | null = null;
  const go = (event: PointerEvent) => {
    const x = event.clientX - down.clientX;
    const y = event.clientY - down.clientY;
    const { agenda, columns, zone } = drag.scene();
    if (!agenda || (!now && Math.hypot(x, y) <= farEnough)) return;
    event.preventDefault();
    now = dropped(start, columnAt(event, columns), y / pixelsAMinute(),
      stepFor(row, agenda), zone);
    drag.show(now);
  };
  const end = (isWish: boolean) => {
    removeEventListener("pointermove", go);
    removeEventListener("pointerup", up);
    removeEventListener("pointercancel", off);
    removeEventListener("keydown", escape, true);
    if (!now) return;
    lately.dragged = true;
    // A drag that ends elsewhere has no click to forget it.
    setTimeout(() => (lately.dragged = false), 100);
    if (isWish) drag.drop(now);
    else drag.show(null);
  };
  const up = () => end(true);
  const off = () => end(false);
  const escape = ({ key }: KeyboardEvent) => key === "Escape" && end(false);
  addEventListener("pointermove", go);
  addEventListener("pointerup", up);
  addEventListener("pointercancel", off);
  addEventListener("keydown", escape, true);
}
