// Somebody will not be there: first whom that touches, then what is to become
// of each of them. Who chooses nothing leaves them where they are.

import { useState } from "preact/hooks";
import { Refusal, useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { Button, Dialog, Field, Notice, Problem } from "../shared/ui.tsx";
import { command } from "../staff/booking.ts";
import { Choice } from "../staff/forms.tsx";
import { touchedBy, type Agenda, type Row, type WallTime } from "./agenda.ts";
import { nameOf } from "./block.tsx";
import { inWords } from "./use_move.ts";
import { Absences } from "./absences.tsx";

interface AbsenceProps {
  office: string;
  agenda: Agenda;
  day: string;
  zone: string;
  open: boolean;
  say(text: string): void;
  onClose(): void;
}

export function AbsenceDialog(props: AbsenceProps) {
  return (
    <Dialog
      open={props.open} onClose={props.onClose}
      title={t("agenda.absence_title")}
    >
      {props.agenda.resources.length === 0
        ? <Notice>{t("agenda.no_resources")}</Notice>
        : <AbsenceForm {...props} />}
    </Dialog>
  );
}

export interface Draft {
  resource: string;
  from: string; // "2026-12-01T09:00"
  to: string;
}

type Fate = "keep" | "other" | "cancel";

function AbsenceForm(props: AbsenceProps) {
  const { office, agenda, day, zone } = props;
  const [draft, change] = useState<Draft>({
    resource: agenda.resources[0]!.id, from: `${day}T00:00`,
    to: `${day}T24:00`,
  });
  const [touched, show] = useState<Row[] | null>(null);
  const [fates, decide] = useState<Record<number, Fate>>({});
  const [left, report] = useState<string[]>([]);
  const looking = useAction(async (_key, wish: Draft) => {
    show((await touchedBy(office, wish.resource, wish.from, wish.to)).visits);
  });
  const keeping = useAction(async (key, wish: Draft) => {
    await command(office, "add_absence", absenceOf(wish), key);
    const failed = await settle(office, touched ?? [], fates, key, zone);
    props.say(t("agenda.absence_done"));
    if (failed.length === 0) props.onClose();
    else report(failed);
  });
  const set = (part: Partial<Draft>) => {
    show(null);
    looking.clear();
    change({ ...draft, ...part });
  };
  const isSpan = draft.from < draft.to;
  if (left.length > 0)
    return (
      <>
        <Notice tone="warn" urgent>
          <p>{t("agenda.choice_failed")}</p>
          <ul>{left.map((one) => <li key={one}>{one}</li>)}</ul>
        </Notice>
        <Button look="main" onClick={props.onClose}>{t("desk.close")}</Button>
      </>
    );
  return (
    <form
      class="sheet" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isSpan) return;
        void (touched ? keeping : looking).start(draft);
      }}
    >
      <Field label={t("agenda.absence_who")}>
        {(ids) => (
          <select
            {...ids} value={draft.resource}
            onChange={(event) => set({ resource: event.currentTarget.value })}
          >
            {agenda.resources.map(({ id, name }) => (
              <option key={id} value={id}>{pick(name)}</option>
            ))}
          </select>
        )}
      </Field>
      <Ends draft={draft} set={set} isSpan={isSpan} />
      <Problem problem={looking.problem ?? keeping.problem} />
      {touched && (
        <TouchedList
          rows={touched} fates={fates} zone={zone}
          decide={(id, fate) => decide({ ...fates, [id]: fate })}
        />
      )}
      <Button
        type="submit" look="main" busy={looking.busy || keeping.busy}
      >
        {t(touched ? "agenda.absence_go" : "agenda.absence_look")}
      </Button>
      <Absences {...props} />
    </form>
  );
}

interface EndsProps {
  draft: Draft;
  isSpan: boolean;
  set(part: Partial<Draft>): void;
}

/** Midnight at the end of a day is typed as 00:00 of none: see `toTime`. */
function Ends({ draft, isSpan, set }: EndsProps) {
  const ends = ["from", "to"] as const;
  return (
    <div class="ends">
      {ends.map((end) => {
        const [day = "", time = ""] = draft[end].split("T");
        return (
          <div class="end" key={end}>
            <Field label={t(`agenda.absence_${end}`)}
              error={end === "to" && !isSpan ? t("agenda.absence_wrong")
                : undefined}>
              {(ids) => (
                <input
                  {...ids} type="date" value={day} required
                  onInput={(event) => set({
                    [end]: `${event.currentTarget.value}T${time}`,
                  })}
                />
              )}
            </Field>
            <Field label={t(`agenda.absence_day_${end}`)}>
              {(ids) => (
                <input
                  {...ids} type="time" value={time === "24:00" ? "" : time}
                  onInput={(event) => set({
                    [end]: `${day}T${toTime(event.currentTarget.value, end)}`,
                  })}
                />
              )}
            </Field>
          </div>
        );
      })}
    </div>
  );
}

/** No time: the beginning of the first day, the end of the last one. */
function toTime(typed: string, end: "from" | "to"): string {
  return typed || (end === "from" ? "00:00" : "24:00");
}

interface TouchedProps {
  rows: Row[];
  fates: Record<number, Fate>;
  zone: string;
  decide(id: number, fate: Fate): void;
}

function TouchedList({ rows, fates, zone, decide }: TouchedProps) {
  return (
    <section class="touched" role="status">
      <p>{rows.length === 0 ? t("agenda.absence_none")
        : t("agenda.absence_touched", { count: rows.length })}</p>
      {rows.map((row) => (
        <Choice<Fate>
          key={row.id} value={fates[row.id] ?? "keep"}
          label={t("agenda.choice_for", {
            name: nameOf(row), time: inWords(row.start, zone),
          })}
          onChange={(fate) => decide(row.id, fate)}
          options={[
            { value: "keep", text: t("agenda.choice_keep") },
            ...(row.others_are_free ? [
              { value: "other" as const, text: t("agenda.choice_other") },
            ] : []),
            { value: "cancel", text: t("agenda.choice_cancel") },
          ]}
        />
      ))}
    </section>
  );
}

/** What could not be done, in words. Two may want the one who is free. */
async function settle(
  office: string, rows: Row[], fates: Record<number, Fate>, key: string,
  zone: string,
): Promise<string[]> {
  const failed: string[] = [];
  for (const row of rows) {
    const fate = fates[row.id] ?? "keep";
    if (fate === "keep") continue;
    const visit = { id: row.id };
    const sent = fate === "other"
      ? command(office, "move_booking", { visit, start: row.start },
        `${key}-${row.id}`)
      : command(office, "cancel", { visit, reason: t("agenda.absence") },
        `${key}-${row.id}`);
    await sent.catch((why) => {
      if (!(why instanceof Refusal)) throw why;
      failed.push(`${nameOf(row)}, ${inWords(row.start, zone)} – ${
        why.message}`);
    });
  }
  return failed;
}

export function absenceOf({ resource, from, to }: Draft) {
  return { resource, span: { from: wallTime(from), to: wallTime(to) } };
}

function wallTime(text: string): WallTime {
  const [day = "", time = ""] = text.split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return { day, minute: hours * 60 + minutes };
}
