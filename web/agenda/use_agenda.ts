// The agenda of a span of days, anew whenever the office says that something
// changed, but not more often than it can be read; and who comes.

import { useEffect, useRef, useState } from "preact/hooks";
import { useFetched } from "../shared/fetched.ts";
import type { Desk, Person } from "../staff/topic.ts";
import {
  agendaOf, asNow, personsOf, type Agenda, type Row, type Span,
} from "./agenda.ts";

const pause = 1000; // Between two readings.

export function useAgenda(office: string, desk: Desk, span: Span) {
  const asOf = useCalm(desk.agenda);
  const about = `${span.first} ${span.last}`;
  const heard = useFetched(() => agendaOf(office, span), about, `${asOf}`);
  const names = useNames(office, span, heard.value);
  const visits = heard.value?.visits.map((row) => {
    const person = names.get(row.id);
    return asNow(desk, person ? { ...row, person } : row);
  }) ?? [];
  return { agenda: heard.value, visits, problem: heard.problem };
}

/** The newest value, at most once in a while. */
function useCalm(value: number): number {
  const [calm, settle] = useState(value);
  const last = useRef(0);
  useEffect(() => {
    if (value === calm) return;
    const wait = Math.max(0, last.current + pause - Date.now());
    const timer = setTimeout(() => {
      last.current = Date.now();
      settle(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, calm]);
  return calm;
}

/** Whoever was read once is not read again: each look is written down. */
function useNames(office: string, span: Span, agenda: Agenda | null) {
  const [names, keep] = useState<ReadonlyMap<number, Person>>(new Map());
  const asked = useRef(new Set<number>());
  useEffect(() => {
    const isNew = ({ id, described }: Row) => described
      && !asked.current.has(id);
    const ids = (agenda?.visits ?? []).filter(isNew).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const id of ids) asked.current.add(id);
    personsOf(office, span, ids).then(
      (found) => keep((known) => new Map([...known, ...found])),
      () => ids.forEach((id) => asked.current.delete(id)),
    );
  }, [agenda]);
  return names;
}
