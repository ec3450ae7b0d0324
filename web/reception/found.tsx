// People found by name, by number, or by the link on their phone. Each search
// is written down on the server, so it is made on Enter and not while somebody
// types. The first who is expected may be let in with the next Enter.

import { useEffect, useRef, useState } from "preact/hooks";
import { get, post, Refusal } from "../shared/api.ts";
import { useNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import { Notice, Waiting } from "../shared/ui.tsx";
import type { Step, Viewer } from "../staff/actions.ts";
import { ExpectedSteps } from "../staff/expected.tsx";
import type { Finder } from "../staff/line_view.tsx";
import { serviceName } from "../staff/names.ts";
import { VisitNumber } from "../staff/parts.tsx";
import type { Here } from "../staff/staff_page.tsx";
import type { Visit } from "../staff/topic.ts";

interface Found {
  id: number;
  number: string;
  name: string;
  phone: string;
}

interface FinderProps {
  here: Here;
  viewer: Omit<Viewer, "now">;
  onPress(step: Step, visit: Visit): void;
  onDetails(visit: Visit): void;
}

// As a scanner types it: the address of a ticket, or what stands behind "#".
const link = /[a-z0-9-]+\.[0-9a-f]{32}$/;

export function useFinder(props: FinderProps): Finder {
  const { desk } = props.here;
  const [found, show] = useState<Found[] | Refusal | "asking" | null>(null);
  const find = (text: string) => {
    if (!text) return show(null);
    show("asking");
    const path = `/offices/${desk.office.id}`;
    const [token] = link.exec(text) ?? [];
    const asked = token ? scanned(path, token)
      : get<Found[]>(`${path}/search?q=${encodeURIComponent(text)}`);
    asked.then(show, (error) => show(error));
  };
  return {
    find,
    found: found && (
      <section class="found" aria-label={t("reception.find_go")}>
        {found === "asking" ? <Waiting />
          : found instanceof Error
            ? <Notice tone="bad" urgent>{found.message}</Notice>
            : <Results {...props} visits={found}
              onClose={() => show(null)} />}
      </section>
    ),
  };
}

async function scanned(path: string, token: string): Promise<Found[]> {
  const { visit } = await post<{ visit: number }>(`${path}/scanned`, { token });
  return [{ id: visit, number: "", name: "", phone: "" }];
}

type ResultsProps = FinderProps & { visits: Found[]; onClose(): void };

/** Those of today; who comes another day is found at the phone desk. */
function Results(props: ResultsProps) {
  const { here, onDetails, onClose } = props;
  const { desk } = here;
  const visits = props.visits.filter(({ id }) => desk.visits[String(id)]);
  const now = useNow(10_000);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[data-step="arrive"]')?.focus();
  }, [props.visits]);
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
      <ul class="rows" ref={list}>
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
              {visit.number === "" && <ExpectedSteps {...props}
                visit={visit} now={now} />}
            </li>
          );
        })}
      </ul>
      <p class="soft row-soft">{t("reception.find_hint")}</p>
    </>
  );
}
