// A month on the wall: the days on which a time can be had stand out.

import { useEffect, useRef, useState } from "preact/hooks";
import { useFetched } from "../shared/fetched.ts";
import { language, languages, t } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import {
  dayInWords, dayThere, middayOf, monthInWords,
} from "../shared/zoned.ts";
import { daysBetween, type Day, type Service, type Site, type Wish }
  from "./booking.ts";
import { Heading } from "./heading.tsx";
import {
  anyWeek, daysLater, firstDay, lastDay, monthOf, monthsLater, weeksOf,
} from "./month.ts";
import { Trouble } from "./trouble.tsx";

interface DayStepProps {
  office: string;
  now: number;
  wish: Wish;
  service: Service;
  site: Site;
  lead: string;
  title?: string;
  first?: string; // Only days from here
  last?: string; // to here.
  choose(day: string): void;
}

export function DayStep(props: DayStepProps) {
  const { office, now, wish, service, site, lead, choose } = props;
  const today = props.first ?? dayThere(now, site.zone);
  const furthest = props.last
    ?? daysLater(dayThere(now, site.zone), service.horizon_days);
  const [month, setMonth] = useState(monthOf(today));
  const isLast = month >= monthOf(furthest);
  const { value, problem, again } = useFetched(
    () => daysBetween(office, wish, firstDay(month), lastDay(month)),
    `${JSON.stringify(wish)} ${month}`,
  );
  const days = value && props.first
    ? value.map((one) => one.day >= today && one.day <= furthest ? one
      : { ...one, open: false, starts: 0 })
    : value;
  const free = days?.some(({ starts }) => starts > 0);

  // Nobody should have to leaf through what has nothing, unless they ask.
  const leafing = useRef(false);
  const isAhead = days !== null && !free && !isLast && !leafing.current;
  useEffect(() => {
    if (isAhead) setMonth(monthsLater(month, 1));
  }, [isAhead, month]);
  const leaf = (count: number) => {
    leafing.current = true;
    setMonth(monthsLater(month, count));
  };

  return (
    <>
      <Heading lead={lead}>
        {props.title ?? t("book.which_day")}
      </Heading>
      <section class="month" aria-label={t("book.calendar")}>
        <div class="month-head">
          <Leaf
            label="book.month_before" disabled={month <= monthOf(today)}
            leaf={() => leaf(-1)} back
          />
          <h2 aria-live="polite">{monthInWords(month)}</h2>
          <Leaf
            label="book.month_after" disabled={isLast} leaf={() => leaf(1)}
          />
        </div>
        <Grid month={month} days={isAhead ? null : days} choose={choose} />
      </section>
      <Trouble problem={problem} again={again} />
      {days && !isAhead && !free && <div class="nothing" role="status">
        <p><strong>{t("book.nothing_free")}</strong></p>
        <p>{t(isLast ? "book.nothing_later" : "book.nothing_month")}</p>
        {!isLast && <Button onClick={() => leaf(1)}>
          {t("book.month_after")}
        </Button>}
      </div>}
    </>
  );
}

interface LeafProps {
  label: "book.month_before" | "book.month_after";
  disabled: boolean;
  back?: boolean;
  leaf(): void;
}

function Leaf({ label, disabled, back, leaf }: LeafProps) {
  return (
    <button
      type="button" class={`leaf${back ? " leaf-back" : ""}`}
      aria-label={t(label)} disabled={disabled} onClick={leaf}
    />
  );
}

interface GridProps {
  month: string;
  days: Day[] | null; // Null while they are asked for.
  choose(day: string): void;
}

function Grid({ month, days, choose }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const known = new Map(days?.map((one) => [one.day, one]));
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
    const step = steps[event.key as keyof typeof steps];
    if (!step) return;
    event.preventDefault();
    focusFrom(table.current!, document.activeElement, step);
  };
  return (
    <table
      ref={table} class="days" aria-busy={!days} onKeyDown={onKeyDown}
    >
      <thead><tr>{anyWeek.map((one) => <Weekday key={one} day={one} />)}</tr>
      </thead>
      <tbody>{weeksOf(month).map((week) => <tr key={week.join()}>
        {week.map((day, i) => <td key={day ?? i}>
          {day && <Cell day={day} known={known.get(day)} choose={choose} />}
        </td>)}
      </tr>)}</tbody>
    </table>
  );
}

/** The next day that can be chosen, at least `step` days from where one is. */
function focusFrom(table: HTMLElement, from: Element | null, step: number) {
  const days = [...table.querySelectorAll<HTMLElement>("button[data-day]")];
  if (step < 0) days.reverse();
  const wanted = daysLater((from as HTMLElement).dataset.day ?? "", step);
  days.find(({ dataset: { day = "" } }) =>
    step < 0 ? day <= wanted : day >= wanted)?.focus();
}

function Weekday({ day }: { day: string }) {
  const name = (weekday: "long" | "narrow" | "short") =>
    new Intl.DateTimeFormat(languages[language()].locale, {
      weekday, timeZone: "UTC",
    }).format(middayOf(day));
  return (
    <th scope="col">
      <span aria-hidden="true">{name("short").replace(".", "")}</span>
      <span class="hidden">{name("long")}</span>
    </th>
  );
}

interface CellProps {
  day: string;
  known: Day | undefined;
  choose(day: string): void;
}

function Cell({ day, known, choose }: CellProps) {
  const number = Number(day.slice(8));
  if (known && known.starts > 0)
    return (
      <button
        type="button" class="day" data-day={day} onClick={() => choose(day)}
        aria-label={t("book.day_free", {
          day: dayInWords(day), count: known.starts,
        })}
      >
        <span>{number}</span>
        <span class={`plenty plenty-${plenty(known.starts)}`} />
      </button>
    );
  const full = known?.open;
  return (
    <span class={`day ${full ? "day-full" : "day-closed"}`}>
      <span>{number}</span>
      {full && <span class="hidden">{t("book.day_full")}</span>}
    </span>
  );
}

function plenty(starts: number): "few" | "some" | "many" {
  if (starts <= 3) return "few";
  return starts <= 10 ? "some" : "many";
}
