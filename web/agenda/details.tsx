// One appointment in a dialog, with what can be done about it; and what to do
// when a move is refused.

import { useAction } from "../shared/api.ts";
import { answerInWords } from "../shared/form.ts";
import { pick, t } from "../shared/i18n.ts";
import { Button, Dialog, Problem } from "../shared/ui.tsx";
import { dayThere } from "../shared/zoned.ts";
import { command } from "../staff/booking.ts";
import { BeyondForm } from "../staff/beyond.tsx";
import { Messages } from "../staff/messages.tsx";
import { serviceName } from "../staff/names.ts";
import type { Desk, Role } from "../staff/topic.ts";
import { VideoLink } from "../staff/video.tsx";
import { Near } from "../staff/when.tsx";
import { isMovable, type Agenda, type Row, type Site } from "./agenda.ts";
import { marksOf, nameOf } from "./block.tsx";
import { inWords, type Mover, type Refused } from "./use_move.ts";

export type Wanted = "move" | "other_time" | "cancel";

interface DetailsProps {
  desk: Desk;
  agenda: Agenda;
  row: Row | null; // Null: closed.
  site: Site;
  say(text: string): void;
  act(what: Wanted, row: Row): void;
  onClose(): void;
}

export function Details(props: DetailsProps) {
  const { row, onClose } = props;
  return (
    <Dialog
      open={row !== null} onClose={onClose} title={row ? nameOf(row) : ""}
    >{row && <Inside {...props} row={row} />}</Dialog>
  );
}

function Inside(props: DetailsProps & { row: Row }) {
  const { desk, agenda, row, site, act } = props;
  const { person } = row;
  const names = row.resources.map((id) =>
    pick(agenda.resources.find((one) => one.id === id)?.name) || id);
  return (
    <>
      <dl class="facts">
        <Fact name={t("phone.sheet_when")}
          value={inWords(row.start, site.zone)} />
        <Fact name={t("desk.service")} value={serviceName(desk, row.service)} />
        <Fact name={t("agenda.person_with")} value={names.join(", ")} />
        <Fact name={t("desk.person.phone")} value={person?.phone} />
        <Fact name={t("desk.person.email")} value={person?.email} />
        <Fact name={t("desk.person.note")} value={person?.note} />
        <Fact name={t("desk.reason")} value={row.reason} />
        {(desk.setup.services[row.service]?.form ?? []).map((field) => {
          const given = person?.answers?.[field.id];
          return (
            <Fact
              key={field.id} name={pick(field.label)}
              value={given && answerInWords(field, given)}
            />
          );
        })}
      </dl>
      <ul class="marks">
        <li class="mark-chip">{t(`desk.phase.${row.phase}`)}</li>
        {marksOf(row).map((mark) => (
          <li class="mark-chip" key={mark}>{mark}</li>
        ))}
      </ul>
      {row.video && <VideoLink link={row.video} />}
      <Messages
        key={row.id} office={desk.office.id} visit={row.id}
        isWaiting={row.phase === "waiting"}
      />
      {isMovable(row) && (
        <div class="choices">
          <Others {...props} />
          <Button look="main" onClick={() => act("move", row)}>
            {t("phone.move")} <kbd aria-hidden="true">M</kbd>
          </Button>
          <Button onClick={() => act("other_time", row)}>
            {t("phone.other_time")}
          </Button>
          <CallBack {...props} />
          <Button look="danger" onClick={() => act("cancel", row)}>
            {t("phone.cancel_go")}
          </Button>
        </div>
      )}
    </>
  );
}

function Fact({ name, value }: { name: string; value?: string | undefined }) {
  return value ? <div><dt>{name}</dt><dd>{value}</dd></div> : null;
}

/** For whom the agent is away: the same time with another one. */
function Others({ desk, row, say, onClose }: DetailsProps & { row: Row }) {
  const asking = useAction(async (key) => {
    const fields = { visit: { id: row.id }, start: row.start };
    await command(desk.office.id, "move_booking", fields, key);
    say(t("agenda.reassigned", { name: nameOf(row) }));
    onClose();
  });
  if (row.on_duty) return null;
  return (
    <>
      <Problem problem={asking.problem} />
      <Button busy={asking.busy} onClick={() => void asking.start()}>
        {t("agenda.reassign")}
      </Button>
    </>
  );
}

function CallBack({ desk, row, say, onClose }: DetailsProps & { row: Row }) {
  const asking = useAction(async (key) => {
    const fields = { about: row.id, service: row.service };
    await command(desk.office.id, "ask_call_back", fields, key);
    say(t("phone.call_asked", { name: nameOf(row) }));
    onClose();
  });
  return (
    <>
      <Problem problem={asking.problem} />
      <Button busy={asking.busy} onClick={() => void asking.start()}>
        {t("phone.call_later")}
      </Button>
    </>
  );
}

interface RefusedProps {
  refused: Refused | null;
  site: Site;
  role: Role;
  mover: Mover;
}

/** Why it cannot go there, where it could, and how to insist. */
export function RefusedDialog({ refused, site, role, mover }: RefusedProps) {
  return (
    <Dialog
      open={refused !== null} onClose={mover.giveUp}
      title={t("agenda.refused")}
    >
      {refused && (
        <div class="stack when">
          <p class="soft">
            {nameOf(refused.row)}, {inWords(refused.to.start, site.zone)}
          </p>
          <Near
            problem={refused.why} site={site} busy={mover.busy}
            pick={({ start }) => mover.ask(refused.row, { start })}
          />
          <BeyondForm
            key={refused.to.start} site={site} role={role} busy={mover.busy}
            day={dayThere(refused.to.start, site.zone)}
            at={refused.to.start}
            choose={({ start, beyond }) =>
              mover.ask(refused.row, { ...refused.to, start }, beyond)}
          />
          <Button look="quiet" onClick={mover.giveUp}>
            {t("agenda.keep_it")}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
