// Which key means which step. Knows nothing of pages beyond what a key event
// says of itself.

import type { Step } from "./actions.ts";

export type Shortcut = Step | "undo" | "help" | "search";

export const shortcuts: ReadonlyMap<string, Shortcut> = new Map<
  string,
  Shortcut
>([
  ["n", "call_next"],
  ["s", "start"],
  ["f", "finish"],
  ["r", "recall"],
  ["a", "mark_absent"],
  ["p", "park"],
  ["t", "transfer"],
  ["u", "undo"],
  ["?", "help"],
  ["/", "search"],
]);

export interface KeyPress {
  key: string;
  ctrlKey?: boolean;
  altKey?: boolean;
  metaKey?: boolean;
  repeat?: boolean;
  isComposing?: boolean;
  target?: unknown;
}

/**
 * What the press asks for; null while somebody types, holds the key down or
 * means the browser.
 */
export function shortcutOf(press: KeyPress): Shortcut | null {
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (press.repeat || press.isComposing || types(press.target)) return null;
  return shortcuts.get(press.key.toLowerCase()) ?? null;
}

/** The letter to show beside a button. */
export function keyOf(wanted: Shortcut): string | null {
  for (const [key, shortcut] of shortcuts)
    if (shortcut === wanted) return key.toUpperCase();
  return null;
}

function types(target: unknown): boolean {
  const element = target as
    | { tagName?: string; isContentEditable?: boolean; type?: string }
    | null
    | undefined;
  if (!element?.tagName) return false;
  if (element.isContentEditable) return true;
  const tag = element.tagName.toUpperCase();
  if (tag === "INPUT")
    return !["checkbox", "radio", "button"].includes(element.type ?? "text");
  return tag === "TEXTAREA" || tag === "SELECT";
}
