// The number, to be read from where one sits down.

import { pick, t, type Words } from "../shared/i18n.ts";
import { waitInWords } from "../shared/wait.ts";
import type { Visit } from "../ticket/visit.ts";

interface SlipProps {
  number: string;
  service: Words;
  visit: Visit | "unknown" | null; // Null: not known yet.
}

const usualLength = 5; // A prefix and three or four digits.

export function Slip({ number, service, visit }: SlipProps) {
  const isLong = number.length > usualLength;
  return (
    <article class="kiosk-slip">
      <p class="kiosk-label">{t("ticket.your_number")}</p>
      <p class={`kiosk-number number${isLong ? " kiosk-number-long" : ""}`}>
        {number}
      </p>
      <p class="kiosk-service">{pick(service)}</p>
      <p class="kiosk-place" role="status">{placeInWords(visit)}</p>
    </article>
  );
}

export function placeInWords(visit: Visit | "unknown" | null): string {
  if (!visit || visit === "unknown" || visit.rank === null) return "";
  const before = visit.rank === 0 ? t("kiosk.you_are_next")
    : t("kiosk.before", { count: visit.rank });
  return visit.wait ? `${before} · ${waitInWords(visit.wait)}` : before;
}
