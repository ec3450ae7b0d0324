// The ticket just made: number, code and link on the screen, and the slip of
// paper, 80 mm wide, that nobody sees before it is printed.

import { useEffect, useRef } from "preact/hooks";
import { serverNow } from "../shared/clock.ts";
import {
  language, languages, sayIn, t, type Language, type Words,
} from "../shared/i18n.ts";
import { Button, Mark, Notice } from "../shared/ui.tsx";
import { serviceName } from "../staff/names.ts";
import type { Desk } from "../staff/topic.ts";
import { Code, useCode } from "./code.tsx";
import type { Taken } from "./ticket_form.tsx";

interface MadeProps {
  desk: Desk;
  taken: Taken;
  printsAtOnce: boolean;
  onAgain(): void;
}

/** Give it the visit's id as key, so that each ticket prints once. */
export function Made({ desk, taken, printsAtOnce, onAgain }: MadeProps) {
  const { visit, token } = taken;
  const drawing = useCode(desk.office.id, token);
  const printed = useRef(false);
  const again = useRef<HTMLDivElement>(null);
  useEffect(() => {
    again.current?.querySelector("button")?.focus();
  }, []);
  useEffect(() => {
    if (!printsAtOnce || drawing === null || printed.current) return;
    printed.current = true;
    print();
  }, [drawing]);
  const has = drawing !== null && drawing !== "failed";
  return (
    <div class="made">
      <p class="made-title" role="status">
        {t("reception.created", { number: visit.number })}
      </p>
      <p class="made-number number" aria-hidden="true">{visit.number}</p>
      <p>{serviceName(desk, visit.service)}</p>
      {has && (
        <>
          <Code drawing={drawing} label={t("reception.scan")} />
          <p class="soft">{t("reception.scan")}</p>
          <a href={`/ticket/#${token}`} target="_blank" rel="noreferrer">
            {t("reception.link")}
          </a>
        </>
      )}
      {drawing === "failed" && (
        <Notice tone="warn">{t("reception.no_qr")}</Notice>
      )}
      <div class="made-do" ref={again}>
        <Button
          look="main" onClick={() => print()} busy={drawing === null}
        >{t("reception.print")}</Button>
        <Button onClick={onAgain}>
          {t("reception.again")} <kbd aria-hidden="true">N</kbd>
        </Button>
      </div>
      <Slip desk={desk} taken={taken} drawing={has ? drawing : null} />
    </div>
  );
}

interface SlipProps {
  desk: Desk;
  taken: Taken;
  drawing: string | null;
}

/** In the language of the person who takes it home. */
function Slip({ desk, taken: { visit }, drawing }: SlipProps) {
  const tag = visit.language ?? "fr";
  const wish: Language = tag in languages ? tag as Language : language();
  const inWish = (words: Words | undefined) => words?.[wish] ?? words?.fr ?? "";
  const service = desk.setup.services[visit.service];
  const bring = inWish(service?.bring);
  return (
    <div class="slip" lang={wish} aria-hidden="true">
      <p class="slip-office"><Mark />{inWish(desk.office.name)}</p>
      <p class="slip-number number">{visit.number}</p>
      <p class="slip-service">{inWish(service?.name)}</p>
      {(visit.persons ?? 1) > 1 && (
        <p>{sayIn(wish, "desk.persons", { count: visit.persons ?? 1 })}</p>
      )}
      {drawing && (
        <>
          <Code drawing={drawing} label="" />
          <p class="slip-follow">{sayIn(wish, "reception.slip_follow")}</p>
        </>
      )}
      {bring && (
        <p class="slip-bring">
          <b>{sayIn(wish, "reception.slip_bring")}</b> {bring}
        </p>
      )}
      <p class="slip-time">
        {new Intl.DateTimeFormat(wish, {
          dateStyle: "short", timeStyle: "short",
        }).format(visit.joined ?? serverNow())}
      </p>
    </div>
  );
}
