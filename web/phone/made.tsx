// The appointment just made: what to tell the caller, on paper or to be sent.

import { useEffect, useRef, useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Notice, Problem } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import { Code, useCode } from "../reception/code.tsx";
import { command, type Site } from "../staff/booking.ts";
import { serviceName } from "../staff/names.ts";
import { SummarySheet, type Summarised } from "../staff/summary.tsx";
import type { Desk } from "../staff/topic.ts";

export interface Done extends Summarised {
  token: string; // Empty for one that was made elsewhere.
  name: string;
}

interface MadeProps {
  desk: Desk;
  site: Site;
  done: Done;
  onAgain(): void;
}

/** Give it the visit as key. */
export function Made({ desk, site, done, onAgain }: MadeProps) {
  const drawing = useCode(desk.office.id, done.token);
  const again = useRef<HTMLDivElement>(null);
  useEffect(() => again.current?.querySelector("button")?.focus(), []);
  const code = drawing === "failed" ? null : drawing;
  return (
    <div class="phone-made">
      <p class="made-title" role="status">
        {t(done.token ? "phone.done" : "phone.sheet")}
      </p>
      <p class="phone-chosen">
        <span>{dateThere(done.start, site.zone)}</span>{" "}
        <strong class="number">{timeThere(done.start, site.zone)}</strong>
      </p>
      <p>
        {serviceName(desk, done.service)}
        {done.name && <>, <b>{done.name}</b></>}
      </p>
      {done.token && code && (
        <>
          <Code drawing={code} label={t("reception.scan")} />
          <a href={`/ticket/#${done.token}`} target="_blank" rel="noreferrer">
            {t("reception.link")}
          </a>
        </>
      )}
      <div class="made-do" ref={again}>
        <Button look="main" onClick={onAgain}>
          {t("phone.again")} <kbd aria-hidden="true">N</kbd>
        </Button>
        <Button onClick={() => print()}>{t("phone.print")}</Button>
      </div>
      <Send office={desk.office.id} visit={done.visit} />
      <SummarySheet desk={desk} site={site} it={done} drawing={code} />
    </div>
  );
}

const ways = ["sms", "email", "letter"] as const;

/** Noted with the appointment; who sends it is another matter. */
function Send({ office, visit }: { office: string; visit: number }) {
  const [by, choose] = useState("");
  const { start, problem } = useAction(async (key, wish: string) => {
    const fields = { visit: { id: visit }, by: wish };
    await command(office, "ask_summary", fields, key);
    choose(wish);
  });
  return (
    <div class="stack phone-send">
      <div class="quick" role="group" aria-label={t("phone.send")}>
        <span class="soft">{t("phone.send")}</span>
        {ways.map((way) => (
          <button
            type="button" key={way} class="button button-small"
            aria-pressed={by === way} onClick={() => void start(way)}
          >{t(`phone.send_${way}`)}</button>
        ))}
      </div>
      {by && <Notice>{t("phone.send_noted")}</Notice>}
      <Problem problem={problem} />
    </div>
  );
}
