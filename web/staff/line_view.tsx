// The live line on the screen. Long lines are shown in parts, so that two
// thousand people are as quick to draw as twenty.

import type { ComponentChildren } from "preact";
import { useMemo, useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { walkRows } from "./keyboard.ts";
import { linesOf, type QueueLine } from "./line.ts";
import { queueName, serviceName } from "./names.ts";
import { Marks, VisitNumber, Waited } from "./parts.tsx";
import type { Desk, Visit } from "./topic.ts";

const firstShown = 20;
const shownMore = 100;

export interface Finder {
  found: ComponentChildren;
  find(text: string): void;
}

export interface LineViewProps {
  desk: Desk;
  counter: string | null; // Whose filter "only mine" is; null: none.
  canOpen: boolean; // May open and close queues.
  finder?: Finder; // Also finds people by name.
  rowButton?(visit: Visit): ComponentChildren;
  onDetails(visit: Visit): void;
  onQueue(queue: string, open: boolean): void;
}

export function LineView(props: LineViewProps) {
  const { desk, counter } = props;
  const [text, search] = useState("");
  const [mine, onlyMine] = useState(false);
  const lines = useMemo(
    () => linesOf(
      desk, { text, mine: mine ? counter : null },
      (id) => serviceName(desk, id),
    ),
    [desk, text, mine, counter],
  );
  return (
    <section class="card line" aria-labelledby="line-title">
      <div class="line-head">
        <h2 id="line-title">{t("desk.line")}</h2>
        <Search text={text} finder={props.finder} onText={search} />
        {counter && (
          <label class="line-mine">
            <input
              type="checkbox" checked={mine}
              onChange={(event) => onlyMine(event.currentTarget.checked)}
            />
            {t("desk.only_mine")}
          </label>
        )}
      </div>
      {props.finder?.found}
      {lines.map((line) => (
        <Queue {...props} key={line.queue} line={line} />
      ))}
    </section>
  );
}

interface SearchProps {
  text: string;
  finder: Finder | undefined;
  onText(text: string): void;
}

/** Typing narrows the line at once; Enter also looks for the name. */
function Search({ text, finder, onText }: SearchProps) {
  const label = t(finder ? "reception.find_label" : "desk.search");
  const send = (event: Event) => {
    event.preventDefault();
    finder?.find(text.trim());
  };
  return (
    <form class="line-form" role="search" onSubmit={send}>
      <input
        type="search" id="line-search" class="line-search" value={text}
        aria-label={label} placeholder={label} aria-keyshortcuts="/"
        autocomplete="off" maxLength={100}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      {finder && (
        <button type="submit" class="button button-small">
          {t("reception.find_go")}
        </button>
      )}
    </form>
  );
}

function Queue(props: LineViewProps & { line: QueueLine }) {
  const { line } = props;
  const [shown, show] = useState(firstShown);
  const rows = line.visits.slice(0, shown);
  const rest = line.visits.length - rows.length;
  return (
    <section class="queue" data-queue={line.queue}>
      <QueueHead {...props} />
      {line.visits.length === 0 && (
        <p class="soft queue-empty">
          {t(line.all === 0 ? "desk.line_empty" : "desk.none_match")}
        </p>
      )}
      <ol class="rows" onKeyDown={walkRows}>
        {rows.map((visit) => (
          <Row {...props} key={visit.id} visit={visit} />
        ))}
      </ol>
      {rest > 0 && (
        <div class="queue-more">
          <button
            type="button" class="button button-quiet"
            onClick={() => show(shown + shownMore)}
          >{t("desk.show_more", { count: Math.min(rest, shownMore) })}</button>
          <span class="soft">
            {t("desk.shown_of", {
              shown: rows.length, count: line.visits.length,
            })}
          </span>
        </div>
      )}
    </section>
  );
}

function QueueHead({
  desk, line, canOpen, onQueue,
}: LineViewProps & { line: QueueLine }) {
  const name = queueName(desk, line.queue);
  const wait = line.wait
    ? t("desk.wait_between", { low: line.wait[0], high: line.wait[1] })
    : line.all > 0 ? t("desk.wait_unknown") : "";
  const label = line.open ? "desk.close_queue_of" : "desk.open_queue_of";
  return (
    <div class="queue-head">
      <div>
        <h3>
          {name}
          {!line.open && (
            <span class="mark-chip mark-closed">{t("desk.queue_closed")}</span>
          )}
        </h3>
        <p class="soft">
          {t("desk.waiting", { count: line.all })}
          {wait && ` · ${wait}`}
        </p>
      </div>
      {canOpen && (
        <button
          type="button" class="button button-small"
          aria-label={t(label, { queue: name })}
          onClick={() => onQueue(line.queue, !line.open)}
        >{t(line.open ? "desk.close_queue" : "desk.open_queue")}</button>
      )}
    </div>
  );
}

interface RowProps {
  desk: Desk;
  visit: Visit;
  rowButton?(visit: Visit): ComponentChildren;
  onDetails(visit: Visit): void;
}

function Row({ desk, visit, rowButton, onDetails }: RowProps) {
  return (
    <li class={rowButton ? "row row-wide" : "row"} data-row={visit.id}>
      <VisitNumber visit={visit} onDetails={onDetails} />
      <div class="row-what">
        <span class="row-service">{serviceName(desk, visit.service)}</span>
        <Marks desk={desk} visit={visit} />
      </div>
      <span class="row-time number">
        <span class="hidden">{t("desk.had_waited", { time: "" })}</span>
        <Waited since={visit.joined} />
      </span>
      {rowButton && <div class="row-do">{rowButton(visit)}</div>}
    </li>
  );
}
