// While waiting: the number, the place, the honest wait, and what one can do.

import { isFull } from "../shared/gauge.ts";
import { Gauges, useSites } from "../shared/gauge.tsx";
import { clockTime, pick, t } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import { waitInWords } from "../shared/wait.ts";
import type { Alerts } from "./alerts.ts";
import { Bring } from "./bring.tsx";
import { LeaveButton, LetPassButton } from "./choices.tsx";
import { useSeen } from "./seen.ts";
import { Texts } from "./texts.tsx";
import type { Move, Visit } from "./visit.ts";

interface InLineProps {
  visit: Visit;
  token: string;
  move: Move | null;
  alerts: Alerts;
}

const near = 2; // So few before one that one should come back.
const moves = {
  overtaken: "ticket.moved_overtaken",
  passed: "ticket.moved_passed",
  requeued: "ticket.moved_requeued",
  transferred: "ticket.moved_transferred",
  undone: "ticket.moved_undone",
} as const;

export function InLine({ visit, token, move, alerts }: InLineProps) {
  return (
    <div class="stack">
      <MoveNotice move={move} />
      <article class="slip">
        <header class="slip-head">
          <h1>
            <span class="slip-label">{t("ticket.your_number")}</span>
            <span class="slip-number number">{visit.number}</span>
          </h1>
          <p>{pick(visit.service)}</p>
        </header>
        <div class="slip-place">
          <Place visit={visit} />
          <Row visit={visit} />
        </div>
      </article>
      <House visit={visit} />
      <p class="advice">{adviceFor(visit)}</p>
      <AlertSwitch alerts={alerts} />
      <Texts visit={visit} token={token} />
      <Bring visit={visit} />
      <div class="doings">
        <LetPassButton visit={visit} token={token} />
        <LeaveButton visit={visit} token={token} />
      </div>
      <Details visit={visit} />
    </div>
  );
}

function Place({ visit: { rank, wait } }: { visit: Visit }) {
  if (rank === null)
    return <p class="place-words"><span>{t("page.loading")}</span></p>;
  return (
    <>
      {rank === 0 ? <p class="place-next">{t("ticket.next")}</p>
        : <p class="place-words">
          <span class="place-count number" key={rank}>{rank}</span>{" "}
          <span>{t("ticket.ahead", { count: rank })}</span>
        </p>}
      <p class="place-wait">
        <span class="soft">{t("ticket.expected")}</span>{" "}
        <strong>{waitInWords(wait)}</strong>
        {!wait && <span class="soft">{t("wait.why_unknown")}</span>}
      </p>
    </>
  );
}

/** Nobody loses a place because the house is full: they are called in. */
function House({ visit }: { visit: Visit }) {
  const sites = useSites(visit.office.id);
  const { sites: wanted = [], persons, inside } = visit;
  const known = Object.fromEntries(
    Object.entries(sites).filter(([id]) => wanted.includes(id)),
  );
  const outside = !inside && isFull(sites, wanted, persons);
  return (
    <div class="house">
      <Gauges sites={known} />
      <div role="status">
        {outside && <p class="notice notice-warn">
          <strong>{t("ticket.wait_outside")}</strong>{" "}
          {t("ticket.wait_outside_hint")}
        </p>}
      </div>
    </div>
  );
}

/** The line as dots, for the eye only: those before, oneself, some after. */
function Row({ visit: { rank, size } }: { visit: Visit }) {
  const most = 9;
  if (rank === null) return null;
  const before = Math.min(rank, most);
  const behind = Math.max(0, Math.min(size - rank - 1, most - before, 3));
  return (
    <div class="row" aria-hidden="true">
      <span class="row-desk" />
      {Array.from({ length: before }, (_, i) =>
        <span key={i} class="row-dot" />)}
      {rank > most && <span class="row-more number">+{rank - most}</span>}
      <span class="row-me" />
      {Array.from({ length: behind }, (_, i) =>
        <span key={i} class="row-dot row-behind" />)}
    </div>
  );
}

function adviceFor({ rank, wait }: Visit): string {
  if (rank === 0) return t("ticket.next_hint");
  if (rank !== null && rank <= near) return t("ticket.soon_hint");
  if (wait && wait[0] < 5) return t("ticket.soon_hint");
  return t("ticket.away_hint");
}

function MoveNotice({ move }: { move: Move | null }) {
  const [seen, see] = useSeen();
  const shown = move && seen !== move.id ? move : null;
  const key = moves[shown?.why as keyof typeof moves] ?? "ticket.moved_other";
  return (
    <div role="status">
      {shown && <div class="notice moved">
        <p>{t(key)}</p>
        <Button look="quiet" onClick={() => see(shown.id)}>
          {t("ticket.understood")}
        </Button>
      </div>}
    </div>
  );
}

function AlertSwitch({ alerts }: { alerts: Alerts }) {
  return (
    <button
      type="button" class="button button-wide alert-switch"
      aria-pressed={alerts.on} onClick={alerts.toggle}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 2h-15zM10 21.5h4" />
        {!alerts.on && <path d="M4 4l16 16" />}
      </svg>
      <span>{t(alerts.on ? "ticket.alert_is_on" : "ticket.alert_on")}</span>
    </button>
  );
}

function Details({ visit }: { visit: Visit }) {
  return (
    <dl class="facts">
      <div><dt>{t("ticket.office")}</dt><dd>{pick(visit.office.name)}</dd></div>
      <div><dt>{t("ticket.joined")}</dt><dd>{clockTime(visit.joined)}</dd></div>
      {visit.persons > 1 && <div>
        <dt>{t("ticket.persons")}</dt><dd>{visit.persons}</dd>
      </div>}
    </dl>
  );
}

