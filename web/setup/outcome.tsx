// What a set-up would change, whom it would leave without a place, and what
// there would be to book.

import { language, languages, pick, t, type Key, type Words }
  from "../shared/i18n.ts";
import { Notice } from "../shared/ui.tsx";
import { dateThere, dayInWords, middayOf, timeThere } from "../shared/zoned.ts";
import { daysLater } from "../book/month.ts";
import type { Change, Conflict, Offer, Outcome } from "./setup.ts";

interface OutcomeProps {
  outcome: Outcome;
  zone: string;
}

export function OutcomeView({ outcome, zone }: OutcomeProps) {
  const { problems, changes, conflicts, offer, in_use } = outcome;
  const others = problems
    .filter(({ where }) => !where.startsWith("parameters."));
  return (
    <div class="stack">
      {problems.length > 0 && <Notice tone="warn">
        <p>{t("setup.problems", { count: problems.length })}</p>
        {others.length > 0 && <ul class="plain">
          {others.map(({ where, what }) => <li key={where + what}>
            <code>{where}</code> : {problemText(what)}
          </li>)}
        </ul>}
      </Notice>}
      {in_use && <Notice tone="bad">{t("refusal.setup_still_in_use")}</Notice>}
      {offer.map((one) => <Month key={one.service} offer={one} />)}
      <Conflicts all={conflicts} zone={zone} />
      {problems.length === 0 && <Changes all={changes} />}
    </div>
  );
}

const knownProblems = ["is_empty", "is_malformed", "is_not_unique",
  "is_out_of_range", "is_taken", "is_unknown"];

export function problemText(what: string): string {
  return knownProblems.includes(what)
    ? t(`setup_problem.${what}` as Key) : what;
}

// -- what changes ---------------------------------------------------------------

const parts = ["queues", "services", "counters", "sites", "resources",
  "openings"];

/** A line for a change; null for what only goes with another one. */
function inWords({ where, kind, was, becomes }: Change): string | null {
  const path = where.split(".");
  const isRule = where.startsWith("booking.services");
  if (path[0] === "booking") path.shift();
  const [part = "", id = "", ...members] = path;
  if (isRule && kind === "added" && members.length === 0) return null;
  if (kind === "reordered") return null;
  if (!parts.includes(part))
    return t("setup_change.other", { what: where });
  const what = t(`setup_part.${part}` as Key);
  const thing = (members.length === 0 ? becomes ?? was : null) as
    { name?: Words } | null;
  const name = thing?.name ? pick(thing.name) : id;
  if (members.length > 0)
    return t("setup_change.changed", { what, name, member: memberName(members) });
  return t(kind === "added" ? "setup_change.added" : "setup_change.removed",
    { what, name });
}

function memberName(members: string[]): string {
  const [first = ""] = members;
  return ["serves", "gauge", "hours", "minutes", "name"].includes(first)
    ? t(`setup_member.${first}` as Key) : members.join(" ");
}

function Changes({ all }: { all: Change[] }) {
  const lines = all.map(inWords).filter((line) => line !== null);
  if (lines.length === 0)
    return <p class="soft">{t("setup.nothing_changes")}</p>;
  return (
    <details class="changes">
      <summary>{t("setup.changes", { count: lines.length })}</summary>
      <ul class="plain">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </details>
  );
}

// -- who has no place -------------------------------------------------------------

function Conflicts({ all, zone }: { all: Conflict[]; zone: string }) {
  if (all.length === 0)
    return <p class="good">{t("setup.no_conflicts")}</p>;
  return (
    <section aria-labelledby="conflicts" class="stack conflicts">
      <h3 id="conflicts">{t("setup.conflicts", { count: all.length })}</h3>
      <p class="soft">{t("setup.conflicts_kept")}</p>
      <ul class="plain">
        {all.slice(0, 50).map((one) => <li key={one.visit} class="conflict">
          <span class="conflict-when">
            {dateThere(one.start, zone)}, {timeThere(one.start, zone)}
          </span>
          <span>
            {one.service}, {t("join.persons_count", { count: one.persons })}
          </span>
          <span class="soft">{t(`setup_why.${one.why}` as Key)}</span>
        </li>)}
      </ul>
    </section>
  );
}

// -- what there would be ----------------------------------------------------------

function weeksOf(days: Offer["days"]): (Offer["days"][number] | null)[][] {
  const byDay = new Map(days.map((one) => [one.day, one]));
  const first = days[0]!.day;
  const last = days.at(-1)!.day;
  const skipped = (new Date(middayOf(first)).getUTCDay() + 6) % 7;
  const weeks: (Offer["days"][number] | null)[][] = [];
  for (let at = daysLater(first, -skipped); at <= last; at = daysLater(at, 7))
    weeks.push(Array.from({ length: 7 }, (_, i) =>
      byDay.get(daysLater(at, i)) ?? null));
  while (weeks.length > 1 && weeks.at(-1)!.every((one) => !one?.open))
    weeks.pop();
  return weeks;
}

/** Four weeks with how many times there are to have on each day. */
function Month({ offer }: { offer: Offer }) {
  const starts = offer.days.reduce((sum, one) => sum + one.starts, 0);
  if (starts === 0)
    return (
      <Notice tone="warn">
        {t("setup.no_starts", { name: pick(offer.name) })}
      </Notice>
    );
  return (
    <table class="weeks">
      <caption><span class="weeks-head">
        <strong>{pick(offer.name)}</strong>
        <span class="soft">{t("setup.starts", { count: starts })}</span>
      </span></caption>
      <thead><tr>{Array.from({ length: 7 }, (_, i) => <th
        scope="col" key={i}
      >{weekdayName(i)}</th>)}</tr></thead>
      <tbody>{weeksOf(offer.days).map((week, at) => <tr key={at}>
        {week.map((day, i) => <td key={i}>{day && <Day {...day} />}</td>)}
      </tr>)}</tbody>
    </table>
  );
}

function weekdayName(index: number): string {
  return new Intl.DateTimeFormat(languages[language()].locale, {
    weekday: "short", timeZone: "UTC",
  }).format(middayOf(`2024-01-0${index + 1}`)).replace(".", "");
}

function Day({ day, open, starts }: Offer["days"][number]) {
  const number = Number(day.slice(8));
  return (
    <span class={open ? "when when-open" : "when"}>
      <span class="hidden">{dayInWords(day)} : </span>
      <span class="when-day" aria-hidden="true">{number}</span>
      {open && <span class="when-starts">
        {starts}<span class="hidden"> {t("setup.starts_unit")}</span>
      </span>}
      {!open && <span class="hidden">{t("setup.closed")}</span>}
    </span>
  );
}
