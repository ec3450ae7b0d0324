// How many people are inside, as everybody may know it.

import type { Words } from "./i18n.ts";

export interface Site {
  name: Words;
  inside: number;
  most: number;
}

/** Only sites that have a gauge. */
export type Sites = Record<string, Site>;

/** Whether so many more may come into none of these sites. */
export function isFull(
  sites: Sites, wanted: readonly string[], persons: number,
): boolean {
  return wanted.length > 0 && wanted.every((id) => {
    const site = sites[id];
    return site !== undefined && site.inside + persons > site.most;
  });
}
