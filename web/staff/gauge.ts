// Whether a site lets somebody in, as the desk's picture says. Pure; the office
// has the last word.

import { callableAt } from "./line.ts";
import { lineOf } from "./order.ts";
import type { Desk, SiteState } from "./topic.ts";

export function siteOf(desk: Desk, site: string): SiteState {
  return desk.sites?.[site] ?? { inside: 0 };
}

/** How many more persons may come in; Infinity without a gauge. */
export function roomAt(desk: Desk, site: string): number {
  const { inside, most } = siteOf(desk, site);
  return most === undefined ? Infinity : most - inside;
}

/** Nobody may come in, and nobody who waits inside could be called instead. */
export function isShut(desk: Desk, counter: string): boolean {
  const site = desk.setup.counters[counter]?.site ?? "";
  if (site === "" || roomAt(desk, site) > 0) return false;
  return !Object.keys(desk.setup.queues).some((queue) =>
    lineOf(desk.visits, queue).some((visit) =>
      visit.inside === site && callableAt(desk, visit, counter)));
}
