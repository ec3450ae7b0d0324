// The ticket this browser holds, so that a closed page is not a lost place.
// Forgotten when the visit ends, and after a day in any case.

import { recall, remember } from "./storage.ts";

export interface HeldTicket {
  token: string;
  number: string;
  office: string;
  at: number; // By this device's clock.
}

const day = 24 * 3600 * 1000;

export function holdTicket(ticket: Omit<HeldTicket, "at">) {
  remember("ticket", { ...ticket, at: Date.now() });
}

export function heldTicket(): HeldTicket | null {
  const held = recall<HeldTicket>("ticket");
  return held && Date.now() - held.at < day ? held : null;
}

/** Forgets the ticket, unless another has taken its place meanwhile. */
export function letGoOf(token: string) {
  if (heldTicket()?.token === token) remember("ticket", null);
}
