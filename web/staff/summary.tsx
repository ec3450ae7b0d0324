// An appointment to take home: what, when, where, what to bring, and the code
// that leads to it; in the language of the person. Seen when it is printed.

import {
  language, languages, sayIn, type Language, type Words,
} from "../shared/i18n.ts";
import { Mark } from "../shared/ui.tsx";
import { Code } from "../reception/code.tsx";
import type { Place, Site } from "./booking.ts";
import type { Desk } from "./topic.ts";
import "./summary.css";

export interface Summarised {
  visit: number;
  service: string;
  start: number;
  persons: number;
  place: Place;
  language: string;
}

interface SummaryProps {
  desk: Desk;
  site: Site;
  it: Summarised;
  drawing: string | null; // Of the code; null for none.
}

export function SummarySheet({ desk, site, it, drawing }: SummaryProps) {
  const wish: Language = it.language in languages
    ? it.language as Language : language();
  const inWish = (words: Words | undefined) => words?.[wish] ?? words?.fr ?? "";
  const say = (key: Parameters<typeof sayIn>[1], more = {}) =>
    sayIn(wish, key, more);
  const service = desk.setup.services[it.service];
  const bring = inWish(service?.bring);
  const rows: [string, string][] = [
    [say("phone.sheet_service"), inWish(service?.name)],
    [say("phone.sheet_when"), new Intl.DateTimeFormat(
      languages[wish].locale,
      { dateStyle: "full", timeStyle: "short", timeZone: site.zone },
    ).format(it.start)],
    [say("phone.sheet_where"), inWish(site.name)],
    [say("phone.sheet_how"), say(`book_place.${it.place}`)],
    [say("phone.sheet_persons"), say("desk.persons", { count: it.persons })],
    [say("phone.sheet_number"), String(it.visit)],
  ];
  return (
    <section class="summary-sheet" lang={wish} aria-hidden="true">
      <p class="summary-office"><Mark />{inWish(desk.office.name)}</p>
      <p class="summary-title">{say("phone.sheet_title")}</p>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
        ))}
      </dl>
      {bring && (
        <p class="summary-bring"><b>{say("phone.sheet_bring")}</b> {bring}</p>
      )}
      {drawing && (
        <div class="summary-code">
          <Code drawing={drawing} label="" />
          <p>{say("phone.sheet_follow")}</p>
        </div>
      )}
    </section>
  );
}
