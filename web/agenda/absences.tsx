// Who is away in the days that are shown, and back again.

import { useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { About, Problem } from "../shared/ui.tsx";
import { dayInWords } from "../shared/zoned.ts";
import { command } from "../staff/booking.ts";
import type { Absence, Agenda, WallTime } from "./agenda.ts";

interface AbsencesProps {
  office: string;
  agenda: Agenda;
  say(text: string): void;
}

export function Absences({ office, agenda, say }: AbsencesProps) {
  const removing = useAction(async (key, resource: string, away: Absence) => {
    const { from, to } = away;
    await command(office, "remove_absence", { resource, span: { from, to } },
      key);
    say(t("agenda.absence_removed"));
  });
  const all = agenda.resources.flatMap((resource) =>
    resource.absent.map((away) => ({ resource, away })));
  if (all.length === 0) return null;
  return (
    <section class="touched" aria-labelledby="absences-title">
      <h3 id="absences-title">{t("agenda.absences")}</h3>
      <Problem problem={removing.problem} />
      <ul class="call-list">
        {all.map(({ resource, away }) => {
          const name = pick(resource.name);
          return (
            <li
              key={`${resource.id} ${said(away.from)} ${said(away.to)}`}
              class="away"
            >
              <p><b>{name}</b> {said(away.from)} – {said(away.to)}</p>
              {away.by_staff
                ? (
                  <button
                    type="button" class="button button-small"
                    onClick={() => void removing.start(resource.id, away)}
                  >{t("agenda.absence_remove")}<About name={name} /></button>
                )
                : <span class="soft">{t("agenda.absence_setup")}</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function said({ day, minute = 0 }: WallTime): string {
  const two = (number: number) => String(number).padStart(2, "0");
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
  return `${dayInWords(day)} ${time}`;
}
