// Why a time cannot be had, and the nearest ones that can.

import type { Refusal } from "../shared/api.ts";
import { t, type Key } from "../shared/i18n.ts";
import { Button, Notice } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import { nearIn, type Site, type Slot } from "./booking.ts";

interface NearProps {
  problem: Refusal | null;
  look: Key | null; // What to say in place of the server's words.
  site: Site;
  busy: boolean;
  choose(slot: Slot): void;
}

export function Near({ problem, look, site, busy, choose }: NearProps) {
  if (!problem) return null;
  const near = nearIn(problem);
  return (
    <section class="near" aria-label={t("book.near")}>
      <Notice tone="warn" urgent>
        <p><strong>{look ? t(look) : problem.message}</strong></p>
        {near && <p>{t(near.length ? "book.near_hint" : "book.near_none")}</p>}
      </Notice>
      {near && <ul class="near-times">
        {near.map((slot) => <li key={slot.at}>
          <Button wide aria-disabled={busy} onClick={() => choose(slot)}>
            <span class="near-day">{dateThere(slot.at, site.zone)}</span>
            <span class="number">{timeThere(slot.at, site.zone)}</span>
          </Button>
        </li>)}
      </ul>}
    </section>
  );
}
