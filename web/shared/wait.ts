// An expected wait in words. Honest: a range, or that nobody knows.

import { t } from "./i18n.ts";

/** Minutes from the server; null while nothing can be promised. */
export type Wait = readonly [lo: number, hi: number] | null;

export function waitInWords(wait: Wait): string {
  if (!wait) return t("wait.unknown");
  const [lo, hi] = [Math.floor(wait[0]), Math.ceil(wait[1])];
  if (lo <= 1) return t("wait.soon", { hi: Math.max(hi, 2) });
  if (lo >= hi) return t("wait.about", { hi });
  return t("wait.between", { lo, hi });
}
