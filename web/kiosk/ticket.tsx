// A ticket that has just been taken: the number, the way onto the phone, and
// onto paper.

import { useEffect, useRef, useState } from "preact/hooks";
import { useCode } from "../reception/code.tsx";
import { get } from "../shared/api.ts";
import { Drawing } from "../shared/drawing.tsx";
import { t, type Words } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import type { Visit } from "../ticket/visit.ts";
import { Heading } from "./heading.tsx";
import { Paper } from "./paper.tsx";
import { Slip } from "./slip.tsx";
import type { Office } from "./use_kiosk.ts";

export interface Taken {
  token: string;
  number: string;
  service: Words;
}

interface TicketProps {
  office: Office;
  taken: Taken;
  onDone(): void;
}

const printsItself = () =>
  new URLSearchParams(location.search).get("print") === "auto";

export function Ticket({ office, taken, onDone }: TicketProps) {
  const visit = usePlace(taken.token);
  const code = useCode(encodeURIComponent(office.id), taken.token);
  const drawing = code === "failed" ? "" : code;
  usePrinter(drawing !== null && visit !== null);
  return (
    <section class="kiosk-step kiosk-ticket">
      <Heading>{t("kiosk.your_ticket")}</Heading>
      <div class="kiosk-pair">
        <Slip number={taken.number} service={taken.service} visit={visit} />
        {drawing && <div class="kiosk-phone">
          <Drawing class="kiosk-code" svg={drawing} label={t("kiosk.code")} />
          <p>{t("kiosk.to_phone")}</p>
        </div>}
      </div>
      <p class="kiosk-what">{t("kiosk.ticket_next")}</p>
      <div class="kiosk-doings">
        <Button look="main" onClick={onDone}>{t("kiosk.done")}</Button>
        <Button onClick={() => print()}>{t("kiosk.print")}</Button>
      </div>
      <Paper
        office={office} number={taken.number} service={taken.service}
        visit={visit} drawing={drawing ?? ""}
      />
    </section>
  );
}

/** How many wait before; the number alone while nobody says. */
function usePlace(token: string): Visit | "unknown" | null {
  const [visit, show] = useState<Visit | "unknown" | null>(null);
  useEffect(() => {
    let wanted = true;
    get<Visit>("/visit", { token }).then(
      (seen) => wanted && show(seen), () => wanted && show("unknown"));
    return () => void (wanted = false);
  }, [token]);
  return visit;
}

/** Once, as soon as all is there that shall be on the paper. */
function usePrinter(isReady: boolean) {
  const printed = useRef(false);
  useEffect(() => {
    if (!isReady || printed.current || !printsItself()) return;
    printed.current = true;
    print();
  }, [isReady]);
}
