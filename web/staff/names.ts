// What things of the office are called in the reader's language.

import { language, pick } from "../shared/i18n.ts";
import type { Desk } from "./topic.ts";

export function serviceName(desk: Desk, id: string): string {
  return pick(desk.setup.services[id]?.name) || id;
}

export function queueName(desk: Desk, id: string): string {
  return pick(desk.setup.queues[id]?.name) || id;
}

export function counterName(desk: Desk, id: string): string {
  return pick(desk.setup.counters[id]?.name) || id;
}

/** "anglais" for "en"; the tag itself where nobody has a word for it. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: "language" }).of(tag)
      ?? tag;
  } catch {
    return tag;
  }
}
