// "/ticket/#<token>": one visit as the visitor sees it, from the first wait
// to the thanks. The token stands behind "#", so that no server log has it.

import { heldTicket } from "../shared/held_ticket.ts";
import { pick, t } from "../shared/i18n.ts";
import { keepOffline } from "../shared/offline.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Notice, Waiting } from "../shared/ui.tsx";
import { useAlerts } from "./alerts.ts";
import { Announcement } from "./announcement.tsx";
import { Booked } from "./booked.tsx";
import { useCallShown } from "./call_shown.ts";
import { Called } from "./called.tsx";
import { InLine } from "./in_line.tsx";
import { NotBooked } from "./not_booked.tsx";
import { Postponed } from "./postponed.tsx";
import { Standing } from "./standing.tsx";
import { isToCome, useVisit, type Visit } from "./visit.ts";
import "./ticket.css";

function Ticket({ token }: { token: string }) {
  const { visit, at, move, refusal } = useVisit(token);
  const gone = refusal?.name === "link_unknown";
  const alerts = useAlerts(gone ? null : visit);
  useCallShown(token, gone ? null : visit);
  return (
    <Shell
      title={visit ? titleOf(visit) : t("title.ticket")} live since={at}
      look={visit?.phase === "called" ? "called" : "ticket"}
    >
      {!gone && visit && <Announcement visit={visit} />}
      {refusal && <Refused {...refusal} />}
      {!gone && visit && faceOf()}
      {!visit && !refusal && <Waiting />}
    </Shell>
  );

  function faceOf() {
    const { phase, appointment } = visit!;
    if (phase === "booked" && appointment)
      return <Booked {...{ appointment, token }} visit={visit!} />;
    if (phase === "postponed" && appointment)
      return <Postponed {...{ appointment, token }} visit={visit!} />;
    if (appointment && isToCome(visit!))
      return <NotBooked {...{ appointment, token }} visit={visit!} />;
    if (phase === "called")
      return <Called visit={visit!} token={token} quiet={alerts.quiet} />;
    if (phase === "waiting")
      return <InLine {...{ token, move, alerts }} visit={visit!} />;
    return <Standing visit={visit!} token={token} />;
  }
}

function titleOf(visit: Visit): string {
  const { phase, rank, counter_name, number } = visit;
  if (phase === "called")
    return t("ticket.called_title", { counter: pick(counter_name) });
  if (phase === "postponed") return t("ticket.postponed");
  if (isToCome(visit)) return t("ticket.booked");
  if (phase !== "waiting" || rank === null)
    return `${number} – ${t("title.ticket")}`;
  return rank === 0 ? t("ticket.next")
    : t("ticket.waiting_title", { count: rank });
}

function Refused({ name, message }: { name: string; message: string }) {
  if (name !== "link_unknown") return <Notice tone="warn">{message}</Notice>;
  return (
    <div class="stack">
      <h1>{t("ticket.none")}</h1>
      <Notice tone="warn">{t("ticket.gone")}</Notice>
      <a class="button button-wide" href="/">{t("ticket.again")}</a>
    </div>
  );
}

function None() {
  return (
    <Shell title={t("title.ticket")}>
      <div class="stack">
        <h1>{t("ticket.none")}</h1>
        <p>{t("ticket.none_hint")}</p>
        <a class="button button-wide" href="/">{t("ticket.again")}</a>
      </div>
    </Shell>
  );
}

function start() {
  addEventListener("hashchange", () => location.reload());
  keepOffline();
  const token = location.hash.slice(1);
  const held = heldTicket();
  if (token) mount(() => <Ticket token={token} />);
  else if (held) location.replace(`/ticket/#${held.token}`);
  else mount(() => <None />);
}

start();
