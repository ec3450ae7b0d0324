// What a kiosk says to who shows the link of an appointment. The words of the
// server are turned into one of a few verdicts; pure but for the asking.

import { get, newKey, post, Refusal } from "../shared/api.ts";
import { serverNow } from "../shared/clock.ts";
import type { Words } from "../shared/i18n.ts";
import { dayThere } from "../shared/zoned.ts";
import type { Visit } from "../ticket/visit.ts";

export type Verdict =
  | { is: "unknown" }
  | { is: "elsewhere"; where: Words | undefined }
  | { is: "remote"; place: "phone" | "video" | "home" }
  | { is: "unconfirmed" }
  | { is: "over" }
  | { is: "other_day" | "early"; start: number; from: number; zone: string }
  | { is: "expected" } // May arrive now.
  | { is: "on_time" | "late" | "too_late" | "already"; visit: Visit }
  | { is: "refused"; why: Refusal };

/** "<office>.<secret>", as it ends the address of a ticket. */
const link = /([a-z0-9-]+)\.[0-9a-f]{32}$/;

export interface Scanned {
  office: string;
  token: string;
}

export function linkIn(text: string): Scanned | null {
  const found = link.exec(text.trim());
  return found && { office: found[1]!, token: found[0] };
}

/** Before anything is asked for: `site` is where this screen stands, if said. */
export function lookAt(visit: Visit, site: string, now: number): Verdict {
  const { phase, appointment } = visit;
  if (["waiting", "called", "serving", "parked", "missed"].includes(phase))
    return { is: "already", visit };
  if (phase === "held") return { is: "unconfirmed" };
  if (!appointment || !["booked", "no_show"].includes(phase))
    return { is: "over" };
  const { start, zone, place, site_name, arrive_from = start } = appointment;
  if (place !== "counter") return { is: "remote", place };
  const when = { start, zone, from: arrive_from };
  if (dayThere(now, zone) !== dayThere(start, zone))
    return now > start ? { is: "over" } : { is: "other_day", ...when };
  if (site && appointment.site !== site)
    return { is: "elsewhere", where: site_name };
  if (now < arrive_from) return { is: "early", ...when };
  return { is: "expected" };
}

/** How somebody stands in line who has just arrived. */
export function howLate(
  visit: Visit, priority: string, at: number,
): "on_time" | "late" | "too_late" {
  if (priority !== "appointment") return "too_late";
  const until = visit.appointment?.in_time_until ?? at;
  return at > until ? "late" : "on_time";
}

/** Looks who it is, and lets them in where they are expected. */
export async function arrive(
  office: string, site: string, text: string,
): Promise<Verdict> {
  const scanned = linkIn(text);
  if (!scanned) return { is: "unknown" };
  if (scanned.office !== office)
    return { is: "elsewhere", where: await nameOf(scanned.office) };
  try {
    const visit = await seen(scanned);
    const verdict = lookAt(visit, site, serverNow());
    return verdict.is === "expected" ? await letIn(scanned) : verdict;
  } catch (why) {
    if (!(why instanceof Refusal)) throw why;
    return why.status === 404 ? { is: "unknown" } : { is: "refused", why };
  }
}

function seen({ token }: Scanned): Promise<Visit> {
  return get<Visit>("/visit", { token });
}

interface Arrived {
  visit: { priority: string };
}

async function letIn(scanned: Scanned): Promise<Verdict> {
  const path = `/offices/${encodeURIComponent(scanned.office)}`;
  const { token } = scanned;
  const { visit: id } = await post<{ visit: number }>(
    `${path}/scanned`, { token });
  const said = await post<Arrived>(
    `${path}/commands/arrive`, { visit: { id } }, { key: newKey() });
  const visit = await seen(scanned);
  return { is: howLate(visit, said.visit.priority, serverNow()), visit };
}

async function nameOf(office: string): Promise<Words | undefined> {
  const path = `/offices/${encodeURIComponent(office)}`;
  return get<{ name: Words }>(path).then(({ name }) => name, () => undefined);
}
