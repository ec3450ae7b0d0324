// Choosing a start: the next free ones at once, then by day, and, for who may,
// any time beyond the places there are.

import { useState } from "preact/hooks";
import type { Refusal } from "../shared/api.ts";
import { serverNow } from "../shared/clock.ts";
import { useFetched } from "../shared/fetched.ts";
import { language, languages, t } from "../shared/i18n.ts";
import { Notice, Problem, Waiting } from "../shared/ui.tsx";
import {
  dateThere, dayInWords, dayThere, middayOf, timeThere,
} from "../shared/zoned.ts";
import { daysLater } from "../book/month.ts";
import { BeyondForm } from "./beyond.tsx";
import {
  daysBetween, nearIn, nextFree, slotsOn, type Day, type Site, type Slot,
  type Start, type Wish,
} from "./booking.ts";
import type { Role } from "./topic.ts";

const daysShown = 14;

export interface WhenProps {
  office: string;
  wish: Wish;
  site: Site;
  role: Role;
  moved?: number; // The visit whose place counts as free.
  busy: boolean;
  problem: Refusal | null; // With the last start that was asked for.
  choose(start: Start): void;
}

export function When(props: WhenProps) {
  const { office, wish, site, moved, busy, problem, choose } = props;
  const asked = JSON.stringify([wish, moved, problem?.name ?? ""]);
  const next = useFetched(() => nextFree(office, wish, moved), asked);
  const [day, setDay] = useState<string | null>(null);
  const pick = (slot: Slot) =>
    choose({ start: slot.start, mayWait: slot.left === 0 });
  return (
    <div class="when">
      <Near problem={problem} site={site} busy={busy} pick={pick} />
      <h3>{t("when.next")}</h3>
      {!next.value && !next.problem && <Waiting />}
      <Problem problem={next.problem} />
      {next.value?.length === 0 && (
        <p class="soft">{t("when.next_none")}</p>
      )}
      {next.value && (
        <Starts
          slots={next.value} site={site} busy={busy} pick={pick} withDay
        />
      )}
      <Days {...props} asked={asked} day={day} setDay={setDay} />
      {day && (
        <Times
          {...{ office, wish, site, moved, busy, day, pick }} asked={asked}
        />
      )}
      <BeyondForm
        {...props} key={day ?? ""} day={day ?? dayThere(serverNow(), site.zone)}
      />
    </div>
  );
}

interface NearProps {
  problem: Refusal | null;
  site: Site;
  busy: boolean;
  pick(slot: Slot): void;
}

/** Why a start cannot be had, in words, and the nearest that can. */
export function Near({ problem, site, busy, pick }: NearProps) {
  if (!problem) return null;
  const near = nearIn(problem);
  return (
    <div class="when-near">
      <Notice tone="warn" urgent>
        <p><strong>{problem.message}</strong></p>
        {near && <p>{t(near.length ? "when.near" : "when.near_none")}</p>}
      </Notice>
      {near && (
        <Starts slots={near} site={site} busy={busy} pick={pick} withDay />
      )}
    </div>
  );
}

interface StartsProps {
  slots: Slot[];
  site: Site;
  busy: boolean;
  withDay?: boolean;
  pick(slot: Slot): void;
}

function Starts({ slots, site, busy, withDay, pick }: StartsProps) {
  return (
    <ul class={withDay ? "starts starts-days" : "starts"}>
      {slots.map((slot) => (
        <li key={slot.start}>
          <button
            type="button" class="button start" aria-disabled={busy || undefined}
            data-start={slot.start} onClick={() => busy || pick(slot)}
          >
            {withDay && (
              <span class="start-day">{dateThere(slot.start, site.zone)}</span>
            )}
            <span class="number">{timeThere(slot.start, site.zone)}</span>
            {slot.left === 0 && (
              <span class="start-day">{t("when.waiting_list")}</span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface DaysProps extends WhenProps {
  asked: string;
  day: string | null;
  setDay(day: string): void;
}

function Days(props: DaysProps) {
  const { office, wish, site, moved, asked, day, setDay } = props;
  const today = dayThere(serverNow(), site.zone);
  const [from, leaf] = useState(today);
  const { value, problem } = useFetched(
    () => daysBetween(office, wish, from, daysLater(from, daysShown - 1),
      moved),
    `${asked} ${from}`,
  );
  const shown = value ?? Array.from({ length: daysShown }, (_, i) =>
    ({ day: daysLater(from, i), open: false, starts: 0 }));
  return (
    <section class="when-days" aria-labelledby="when-days">
      <div class="when-head">
        <h3 id="when-days">{t("when.days")}</h3>
        <button
          type="button" class="button button-small" disabled={from <= today}
          aria-label={t("when.days_before")}
          onClick={() => leaf(daysLater(from, -daysShown))}
        >←</button>
        <button
          type="button" class="button button-small"
          aria-label={t("when.days_after")}
          onClick={() => leaf(daysLater(from, daysShown))}
        >→</button>
      </div>
      <Problem problem={problem} />
      <ul class="day-strip" aria-busy={!value}>
        {shown.map((one) => (
          <OneDay
            key={one.day} one={one} chosen={one.day === day}
            choose={() => setDay(one.day)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneDayProps {
  one: Day;
  chosen: boolean;
  choose(): void;
}

function OneDay({ one, chosen, choose }: OneDayProps) {
  const state = !one.open ? t("when.closed")
    : one.starts === 0 ? t("when.full")
      : t("when.free", { count: one.starts });
  return (
    <li>
      <button
        type="button" class={`strip-day ${one.starts ? "" : "strip-none"}`}
        aria-pressed={chosen} onClick={choose}
      >
        <span aria-hidden="true">{shortDay(one.day)}</span>
        <span class="hidden">{dayInWords(one.day)}, </span>
        <span class="strip-state">{state}</span>
      </button>
    </li>
  );
}

/** "lun. 30" */
function shortDay(day: string): string {
  return new Intl.DateTimeFormat(languages[language()].locale, {
    weekday: "short", day: "numeric", timeZone: "UTC",
  }).format(middayOf(day));
}

interface TimesProps {
  office: string;
  wish: Wish;
  site: Site;
  moved: number | undefined;
  asked: string;
  day: string;
  busy: boolean;
  pick(slot: Slot): void;
}

function Times(props: TimesProps) {
  const { office, wish, site, moved, asked, day, busy, pick } = props;
  const { value, problem } = useFetched(
    () => slotsOn(office, wish, day, moved), `${asked} ${day}`,
  );
  return (
    <section aria-labelledby="when-times">
      <h3 id="when-times">{t("when.times", { day: dayInWords(day) })}</h3>
      <Problem problem={problem} />
      {value?.length === 0 && <p class="soft">{t("when.times_none")}</p>}
      {value && <Starts slots={value} site={site} busy={busy} pick={pick} />}
    </section>
  );
}
