// The slip of an appointment that is none any more: its time struck out, and
// what happened to it.

import type { ComponentChildren } from "preact";
import { pick } from "../shared/i18n.ts";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Appointment } from "./appointment.ts";
import type { Visit } from "./visit.ts";

interface StruckSlipProps {
  visit: Visit;
  appointment: Appointment;
  news: string;
  children?: ComponentChildren; // Why, and what now.
}

export function StruckSlip(props: StruckSlipProps) {
  const { visit, appointment: { start, zone }, news, children } = props;
  return (
    <article class="slip">
      <header class="slip-head">
        <p class="slip-label">
          <s>{dateThere(start, zone)}, {timeThere(start, zone)}</s>
        </p>
        <p>{pick(visit.service)}</p>
      </header>
      <div class="slip-place">
        <h1 class="slip-news">{news}</h1>
        {children}
      </div>
    </article>
  );
}
