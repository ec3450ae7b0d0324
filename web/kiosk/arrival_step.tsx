// What became of a link that was shown: let in, or why not and what to do.

import { useEffect, useState } from "preact/hooks";
import { pick, t, type Key } from "../shared/i18n.ts";
import { Button, Waiting } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Visit } from "../ticket/visit.ts";
import { arrive, type Verdict } from "./arrival.ts";
import { Heading } from "./heading.tsx";
import { Paper } from "./paper.tsx";
import { Slip } from "./slip.tsx";
import type { Office } from "./use_kiosk.ts";

interface ArrivalProps {
  office: Office;
  scanned: string;
  onDone(): void;
  onAgain(): void;
}

/** Where more than one screen stands: "?site=annexe". */
const siteHere = () => new URLSearchParams(location.search).get("site") ?? "";

export function Arrival({ office, scanned, onDone, onAgain }: ArrivalProps) {
  const [verdict, say] = useState<Verdict | null>(null);
  useEffect(() => {
    let wanted = true;
    void arrive(office.id, siteHere(), scanned)
      .then((said) => wanted && say(said));
    return () => void (wanted = false);
  }, [scanned]);
  if (!verdict)
    return <><h1 class="hidden">{t("kiosk.looking")}</h1><Waiting /></>;
  return "visit" in verdict
    ? <There office={office} how={verdict.is} visit={verdict.visit}
      onDone={onDone} />
    : <NotThere verdict={verdict} onDone={onDone} onAgain={onAgain} />;
}

type How = "on_time" | "late" | "too_late" | "already";

const heads: Record<How, Key> = {
  on_time: "kiosk.on_time",
  late: "kiosk.late",
  too_late: "kiosk.too_late",
  already: "kiosk.already",
};
const hints: Record<How, Key> = {
  on_time: "kiosk.on_time_hint",
  late: "kiosk.late_hint",
  too_late: "kiosk.too_late_hint",
  already: "kiosk.already_hint",
};

interface ThereProps {
  office: Office;
  how: How;
  visit: Visit;
  onDone(): void;
}

function There({ office, how, visit, onDone }: ThereProps) {
  const { number, service } = visit;
  return (
    <section class={`kiosk-step kiosk-${how}`}>
      <Heading>{t(heads[how])}</Heading>
      <Slip number={number} service={service} visit={visit} />
      <p class="kiosk-what">{t(hints[how])}</p>
      <div class="kiosk-doings">
        <Button look="main" onClick={onDone}>{t("kiosk.done")}</Button>
        <Button onClick={() => print()}>{t("kiosk.print")}</Button>
      </div>
      <Paper {...{ office, number, service, visit }} drawing="" />
    </section>
  );
}

interface NotThereProps {
  verdict: Exclude<Verdict, { visit: Visit }>;
  onDone(): void;
  onAgain(): void;
}

function NotThere({ verdict, onDone, onAgain }: NotThereProps) {
  const [head, hint] = wordsOf(verdict);
  const mayTryAgain = verdict.is === "unknown" || verdict.is === "refused";
  return (
    <section class="kiosk-step kiosk-no">
      <svg viewBox="0 0 32 32" aria-hidden="true" class="kiosk-sign">
        <circle cx="16" cy="16" r="13" />
        <path d={verdict.is === "early" || verdict.is === "other_day"
          ? "M16 8v8l5 4" : "M16 9v9M16 23v.1"} />
      </svg>
      <Heading>{head}</Heading>
      <p class="kiosk-what">{hint}</p>
      <div class="kiosk-doings">
        <Button look="main" onClick={onDone}>{t("kiosk.done")}</Button>
        {mayTryAgain && (
          <Button onClick={onAgain}>{t("page.try_again")}</Button>
        )}
      </div>
    </section>
  );
}

function wordsOf(verdict: NotThereProps["verdict"]): [string, string] {
  switch (verdict.is) {
    case "early":
    case "other_day": {
      const { start, from, zone } = verdict;
      const when = { time: timeThere(start, zone), from: timeThere(from, zone) };
      return verdict.is === "early"
        ? [t("kiosk.early", when), t("kiosk.early_hint", when)]
        : [t("kiosk.other_day", { day: dateThere(start, zone), ...when }),
          t("kiosk.other_day_hint", when)];
    }
    case "elsewhere":
      return verdict.where
        ? [t("kiosk.elsewhere", { place: pick(verdict.where) }),
          t("kiosk.elsewhere_hint")]
        : [t("kiosk.unknown"), t("kiosk.unknown_hint")];
    case "remote":
      return [t(`kiosk.remote.${verdict.place}`), t("kiosk.remote_hint")];
    case "unconfirmed":
      return [t("kiosk.unconfirmed"), t("kiosk.unconfirmed_hint")];
    case "over":
      return [t("kiosk.over"), t("kiosk.over_hint")];
    case "refused":
      return [verdict.why.message, t("kiosk.ask_reception")];
    default:
      return [t("kiosk.unknown"), t("kiosk.unknown_hint")];
  }
}
