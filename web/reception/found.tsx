// People found by name or number. Each search is written down on the server,
// so it is made on Enter and not while somebody types.

import { useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Notice, Waiting } from "../shared/ui.tsx";
import type { Finder } from "../staff/line_view.tsx";
import { serviceName } from "../staff/names.ts";
import { VisitNumber } from "../staff/parts.tsx";
import type { Desk, Visit } from "../staff/topic.ts";

interface Found {
  id: number;
  number: string;
  name: string;
  phone: string;
}

export function useFinder(
  desk: Desk, onDetails: (visit: Visit) => void,
): Finder {
  const [found, show] = useState<Found[] | Refusal | "asking" | null>(null);
  const find = (text: string) => {
    if (!text) return show(null);
    show("asking");
    const path = `/offices/${desk.office.id}/search`;
    get<Found[]>(`${path}?q=${encodeURIComponent(text)}`).then(
      show, (error) => show(error),
    );
  };
  return {
    find,
    found: found && (
      <section class="found" aria-label={t("reception.find_go")}>
        {found === "asking" ? <Waiting />
          : found instanceof Error
            ? <Notice tone="bad" urgent>{found.message}</Notice>
            : <Results desk={desk} visits={found} onDetails={onDetails}
              onClose={() => show(null)} />}
      </section>
    ),
  };
}

interface ResultsProps {
  desk: Desk;
  visits: Found[];
  onDetails(visit: Visit): void;
  onClose(): void;
}

/** Those of today; who comes another day is found at the phone desk. */
function Results(props: ResultsProps) {
  const { desk, onDetails, onClose } = props;
  const visits = props.visits.filter(({ id }) => desk.visits[String(id)]);
  return (
    <>
      <div class="found-head">
        <p role="status">
          {visits.length === 0 ? t("reception.none_found")
            : t("reception.found", { count: visits.length })}
        </p>
        <button type="button" class="button button-small" onClick={onClose}>
          {t("desk.close")}
        </button>
      </div>
      <ul class="rows">
        {visits.map((person) => {
          const visit = desk.visits[String(person.id)];
          return visit && (
            <li class="row" key={visit.id} data-row={visit.id}>
              <VisitNumber visit={visit} onDetails={onDetails} />
              <div class="row-what">
                <b>{person.name}</b>{" "}{person.phone}
                <p class="soft row-soft">{serviceName(desk, visit.service)}</p>
              </div>
              <span class="row-time">{t(`desk.phase.${visit.phase}`)}</span>
            </li>
          );
        })}
      </ul>
      <p class="soft row-soft">{t("reception.find_hint")}</p>
    </>
  );
}
