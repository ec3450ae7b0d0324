// /agenda/{office}: the appointments of a day or a week, live; moved by hand,
// printed, taken to other programs; and who is away.

import { useEffect, useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { mount } from "../shared/shell.tsx";
import { Notice, Problem, Waiting } from "../shared/ui.tsx";
import { CancelDialog, MoveDialog, type Held } from "../staff/appointment.tsx";
import { Foot } from "../staff/parts.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { supervises } from "../staff/topic.ts";
import { AbsenceDialog } from "./absence.tsx";
import type { Agenda, Row } from "./agenda.ts";
import { nameOf } from "./block.tsx";
import { Details, RefusedDialog, type Wanted } from "./details.tsx";
import { FeedsDialog } from "./feeds.tsx";
import { Grid } from "./grid.tsx";
import { columnsOf, zoneOf } from "./layout.ts";
import { DayList } from "./list.tsx";
import { Toolbar } from "./toolbar.tsx";
import { MoveBar } from "./move_bar.tsx";
import { useAgenda } from "./use_agenda.ts";
import { useMove, type Mover } from "./use_move.ts";
import { useView } from "./use_view.ts";
import "../staff/staff.css";
import "../staff/when.css";
import "./agenda.css";

type Opened =
  | { what: "details" | "other_time" | "cancel"; row: Row }
  | { what: "absence" | "feeds" }
  | null;

function AgendaPage(here: Here) {
  const { id, desk, member, office, offline } = here;
  const view = useView(desk.office.day ?? "");
  const { agenda, visits, problem } = useAgenda(id, desk, view.span);
  const [opened, open] = useState<Opened>(null);
  const site = view.site || agenda?.sites[0]?.id || "";
  const rows = visits.filter((row) => row.site === site && view.shows(row));
  const zone = agenda ? zoneOf(agenda, site) : "UTC";
  const columns = agenda
    ? columnsOf(agenda, rows, view.view, view.by, site) : [];
  const mover = useMove({ office: id, agenda, columns, zone, offline });
  const say = (text: string) => office.say({ text, tone: "good" });
  if (!agenda)
    return problem ? <Problem problem={problem} /> : <Waiting />;
  if (agenda.sites.length === 0)
    return <Notice tone="warn">{t("phone.no_services")}</Notice>;
  const act = (what: Wanted, row: Row) => {
    if (what !== "move") return open({ what, row });
    open(null);
    // Once the dialog has given the focus back.
    setTimeout(() => {
      focusOn(`[data-visit="${row.id}"]`);
      mover.begin(row);
    }, 50);
  };
  return (
    <>
      <Toolbar
        office={id} desk={desk} agenda={agenda} view={view} site={site}
        mayPlan={supervises(member.role)}
        open={(what) => open({ what })}
      />
      <MoveBar mover={mover} />
      <Problem problem={problem} />
      <Grid
        desk={desk} agenda={agenda} rows={rows} columns={columns}
        view={view.view} site={site} zone={zone} mover={mover}
        open={(row) => open({ what: "details", row })}
      />
      {view.printing && (
        <DayList desk={desk} agenda={agenda} rows={rows} site={site}
          onDone={view.printed} />
      )}
      <Dialogs
        {...{ here, agenda, opened, site, zone, mover, say, act }}
        rows={visits} day={view.span.first} close={() => open(null)}
      />
      <Foot
        said={office.said} undoable={null} busy={false}
        onUndo={() => undefined} onClose={() => office.say(null)}
      />
    </>
  );
}

interface DialogsProps {
  here: Here;
  agenda: Agenda;
  opened: Opened;
  rows: Row[];
  site: string;
  zone: string;
  day: string;
  mover: Mover;
  say(text: string): void;
  act(what: Wanted, row: Row): void;
  close(): void;
}

function Dialogs(props: DialogsProps) {
  const { here, agenda, opened, rows, mover, say, act, close } = props;
  const { id, desk, member } = here;
  const site = agenda.sites.find((one) => one.id === props.site)
    ?? agenda.sites[0]!;
  const about = opened && "row" in opened
    ? rows.find((row) => row.id === opened.row.id) ?? opened.row : null;
  const of = (what: string) => opened?.what === what ? about : null;
  const end = (said: string) => {
    close();
    say(said);
  };
  useEffect(() => {
    if (mover.refused) close();
  }, [mover.refused]);
  return (
    <>
      <Details
        desk={desk} agenda={agenda} row={of("details")} site={site} say={say}
        act={act} onClose={close}
      />
      <MoveDialog
        office={id} site={site} role={member.role} onDone={end} onClose={close}
        held={heldOf(of("other_time"))}
      />
      <CancelDialog
        office={id} held={heldOf(of("cancel"))} onDone={end} onClose={close}
      />
      <RefusedDialog
        refused={mover.refused} site={site} role={member.role} mover={mover}
      />
      <AbsenceDialog
        key={props.day} office={id} agenda={agenda} day={props.day}
        zone={props.zone} open={opened?.what === "absence"} say={say}
        onClose={close}
      />
      <FeedsDialog
        office={id} agenda={agenda} open={opened?.what === "feeds"}
        onClose={close}
      />
    </>
  );
}

function heldOf(row: Row | null): Held | null {
  return row && {
    id: row.id, start: row.start, name: nameOf(row), service: row.service,
    site: row.site, place: row.place, persons: row.persons,
  };
}

function focusOn(what: string) {
  document.querySelector<HTMLElement>(what)?.focus();
}

mount(() => (
  <StaffPage title={t("title.agenda")} page="agenda">
    {(here) => <AgendaPage {...here} />}
  </StaffPage>
));
