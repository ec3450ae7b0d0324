// From a step somebody wants to the command the office is asked.

import type { Step, Viewer } from "./actions.ts";
import type { Outcome, Priority, Visit } from "./topic.ts";

/** What a person adds to a step in its dialog. */
export interface Details {
  reason?: string;
  service?: string;
  counter?: string;
  priority?: Priority;
  outcome?: Outcome;
}

export interface Request {
  command: string;
  fields: Record<string, unknown>;
}

/** Steps that ask for something before they can be sent. */
export function needsDetails(step: Step): boolean {
  return ["park", "transfer", "change_service", "set_priority", "cancel"]
    .includes(step);
}

export function requestFor(
  step: Step | "undo", visit: Visit | null, by: Viewer, more: Details = {},
): Request {
  const about = visit && { visit: { id: visit.id, version: visit.version } };
  const here = { counter: by.counter };
  const filled = Object.fromEntries(
    Object.entries(more).filter(([, value]) => value),
  );
  switch (step) {
    case "call_next":
    case "end_break":
      return { command: step, fields: here };
    case "call_visit":
    case "resume":
      return { command: step, fields: { ...about, ...here } };
    default:
      return { command: step, fields: { ...about, ...filled } };
  }
}
