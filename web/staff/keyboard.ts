// Shortcuts and the focus of a staff page: heard everywhere but in dialogs
// and while typing, and never lost when what had it goes away.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { recall, remember } from "../shared/storage.ts";
import { shortcutOf, type Shortcut } from "./keys.ts";

/**
 * `take` says whether it had a use for the shortcut. Heard as soon as the page
 * is drawn: who sees a key may press it.
 */
export function useShortcuts(take: (wanted: Shortcut) => boolean) {
  const [on, setOn] = useState(recall<boolean>("shortcuts") ?? true);
  const newest = useRef(take);
  newest.current = take;
  useLayoutEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (isHeldDown(event)) return event.preventDefault();
      if (document.querySelector("dialog[open]")) return;
      const wanted = shortcutOf(event);
      if (!wanted || (!on && wanted !== "help")) return;
      if (newest.current(wanted)) event.preventDefault();
    };
    addEventListener("keydown", hear);
    return () => removeEventListener("keydown", hear);
  }, [on]);
  const turn = (wish: boolean) => {
    remember("shortcuts", wish);
    setOn(wish);
  };
  return { on, turn };
}

/** Enter held down would press each new step of the button as it comes. */
function isHeldDown({ repeat, key, target }: KeyboardEvent): boolean {
  return repeat && key === "Enter" && target instanceof HTMLButtonElement;
}

/** Gives the focus to the first there is when what had it is removed. */
export function useKeptFocus(fallbacks: readonly string[]) {
  useEffect(() => {
    let last: Element | null = null;
    const note = (event: FocusEvent) => (last = event.target as Element);
    const watch = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      if (document.activeElement !== document.body) return;
      last = null;
      fallbacks.map((each) => document.querySelector<HTMLElement>(each))
        .find((each) => each)?.focus();
    });
    addEventListener("focusin", note);
    watch.observe(document.body, { childList: true, subtree: true });
    return () => {
      removeEventListener("focusin", note);
      watch.disconnect();
    };
  }, []);
}

/** Up and down go from row to row, on the button of the same kind. */
export function walkRows(event: KeyboardEvent) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const at = event.target as HTMLElement;
  const row = at.closest("[data-row]");
  if (!row) return;
  const rows = [...document.querySelectorAll("[data-row]")];
  const next = rows[rows.indexOf(row) + (event.key === "ArrowDown" ? 1 : -1)];
  const kind = at.dataset.kind;
  const to = next?.querySelector<HTMLElement>(`[data-kind="${kind}"]`)
    ?? next?.querySelector<HTMLElement>("button");
  if (!to) return;
  event.preventDefault();
  to.focus();
}
