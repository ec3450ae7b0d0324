// What a ticket is on paper. Not on the screen, and the only thing that
// prints.

import { useNow } from "../shared/clock.ts";
import { Drawing } from "../shared/drawing.tsx";
import { clockTime, longDate, pick, t, type Words } from "../shared/i18n.ts";
import type { Visit } from "../ticket/visit.ts";
import { placeInWords } from "./slip.tsx";
import type { Office } from "./use_kiosk.ts";

interface PaperProps {
  office: Office;
  number: string;
  service: Words;
  visit: Visit | "unknown" | null;
  drawing: string; // Empty: without a code.
}

export function Paper(props: PaperProps) {
  const { office, number, service, visit, drawing } = props;
  const now = useNow();
  return (
    <article class="paper" aria-hidden="true">
      <p class="paper-office">{pick(office.name)}</p>
      <p>{longDate(now)}, {clockTime(now)}</p>
      <p class="paper-number">{number}</p>
      <p class="paper-service">{pick(service)}</p>
      <p>{placeInWords(visit)}</p>
      {drawing && <>
        <Drawing class="paper-code" svg={drawing} label={t("kiosk.code")} />
        <p>{t("kiosk.to_phone")}</p>
      </>}
    </article>
  );
}
