// Why a time cannot be had, and the nearest ones that can.

import type { Refusal } from "../shared/api.ts";
import { t, type Key } from "../shared/i18n.ts";
import { Button, Notice } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import { nearIn, type Site, type Slot } from "./booking.ts";

interface NearProps {
  problem: Refusal | null;
  site: Site;
  busy: boolean;
  choose(slot: Slot): void;
}

/** The most frequent reasons in words that fit the page; else the server's. */
const reasons: Record<string, Key> = {
  slot_taken: "book.taken",
  hold_expired: "book.gone",
};

export function Near({ problem, site, busy, choose }: NearProps) {
  if (!problem) return null;
  const near = nearIn(problem);
  const reason = reasons[problem.name];
  return (
    <section class="near" aria-label={t("book.near")}>
      <Notice tone="warn" urgent>
        <p><strong>{reason ? t(reason) : problem.message}</strong></p>
        {near && <p>{t(near.length ? "book.near_hint" : "book.near_none")}</p>}
      </Notice>
      {near && <ul class="near-times">
        {near.map((slot) => <li key={slot.start}>
          <Button wide aria-disabled={busy} onClick={() => choose(slot)}>
            <span class="near-day">{dateThere(slot.start, site.zone)}</span>
            <span class="number">{timeThere(slot.start, site.zone)}</span>
          </Button>
        </li>)}
      </ul>}
    </section>
  );
}
