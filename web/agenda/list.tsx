// The days on paper: one table each, in order of time.

import { useEffect } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { dayInWords, timeThere } from "../shared/zoned.ts";
import { serviceName } from "../staff/names.ts";
import type { Desk } from "../staff/topic.ts";
import type { Agenda, Row } from "./agenda.ts";
import { marksOf } from "./block.tsx";
import { dayKey, zoneOf } from "./layout.ts";

interface ListProps {
  desk: Desk;
  agenda: Agenda;
  rows: Row[];
  site: string;
  onDone(): void;
}

/** Prints as soon as it is there. */
export function DayList(props: ListProps) {
  const { desk, agenda, rows, site, onDone } = props;
  useEffect(() => {
    document.body.classList.add("printing");
    print();
    document.body.classList.remove("printing");
    onDone();
  }, []);
  return (
    <section class="day-list" aria-hidden="true">
      <p class="day-list-office">
        {pick(desk.office.name)} – {t("title.agenda")}
      </p>
      {agenda.days.map(({ day }) => {
        const mine = rows.filter((row) => dayKey(row, agenda) === day);
        return mine.length > 0 && (
          <div key={day}>
            <h2>{dayInWords(day)}</h2>
            <table>
              <tbody>
                {mine.map((row) => (
                  <tr key={row.id}>
                    <td class="number">
                      {timeThere(row.start, zoneOf(agenda, site))}
                    </td>
                    <td>{row.person?.name ?? ""}</td>
                    <td>{serviceName(desk, row.service)}</td>
                    <td>{withWhom(agenda, row)}</td>
                    <td>{row.person?.phone ?? ""}</td>
                    <td>{marksOf(row).join(", ")}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        );
      })}
    </section>
  );
}

function withWhom(agenda: Agenda, row: Row): string {
  return row.resources.map((id) =>
    pick(agenda.resources.find((one) => one.id === id)?.name) || id).join(", ");
}
