// One call after the other: from the service to the appointment. What is held
// is let go when the caller wants another time after all.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { language } from "../shared/i18n.ts";
import { answersOf, type FormField } from "../shared/form.ts";
import { phoneOf } from "../shared/phone.ts";
import {
  command, fieldsOf, personIn, type Answer, type Booking, type Start,
} from "../staff/booking.ts";
import type { Person } from "../staff/topic.ts";
import { changedTo, draftFor, nobody, wishOf, type Draft }
  from "./draft.ts";
import type { Done } from "./made.tsx";

/** A start of choice, and what is held of it. */
export interface Chosen extends Start {
  visit: number; // 0: nothing is held.
  until: number | null;
  token: string;
}

export function useFlow(office: string, booking: Booking) {
  const first = booking.services[0]!;
  const [draft, change] = useState<Draft>(() => draftFor(first));
  const [tongue, speak] = useState<string>(language());
  const [chosen, choose] = useState<Chosen | null>(null);
  const [done, finish] = useState<Done | null>(null);

  const letGo = (key: string, visit: number) => visit === 0
    ? Promise.resolve()
    : command(office, "leave", { visit: { id: visit } }, `${key}-go`)
      .then(() => undefined, () => undefined); // It ends by itself.

  const holding = useAction(async (key, start: Start) => {
    const before = chosen?.visit ?? 0;
    if (start.beyond) choose({ ...start, visit: 0, until: null, token: "" });
    else choose(await hold(office, draft, tongue, start, key));
    await letGo(key, before);
  });
  const confirming = useAction(async (key, person: Person) => {
    const answer = chosen!.beyond
      ? await book(office, draft, tongue, chosen!, person, key)
      : await command<Answer>(office, "confirm_booking", {
        visit: { id: chosen!.visit }, ...personIn(person),
      }, key);
    finish({
      visit: answer.visit.id, token: answer.token ?? chosen!.token,
      service: draft.service, start: answer.visit.appointment.start,
      persons: draft.persons, place: draft.place, language: tongue,
      name: person.name ?? "",
    });
    choose(null);
  });
  const formOf = () =>
    booking.services.find(({ id }) => id === draft.service)?.form ?? [];
  const release = () => {
    if (chosen) void letGo(`back-${chosen.visit}-${chosen.start}`,
      chosen.visit);
  };
  const again = (person: Person = nobody) => {
    release();
    finish(null);
    choose(null);
    holding.clear();
    confirming.clear();
    change((known) => ({ ...known, person }));
  };
  return {
    draft, tongue, chosen, done, holding, confirming, speak, again,
    show: finish,
    change: (next: Draft) => {
      holding.clear();
      change(next);
    },
    /** For what a caller on the list had asked. */
    take: (service: string) =>
      change((known) => changedTo(booking, known, service)),
    type: (more: Person) =>
      change((known) => ({ ...known, person: { ...known.person, ...more } })),
    choose: (start: Start) => {
      confirming.clear();
      return holding.start(start);
    },
    confirm: () => void confirming.start(asKept(draft.person, formOf())),
    back: () => {
      release();
      confirming.clear();
      choose(null);
    },
  };
}

async function hold(
  office: string, draft: Draft, tongue: string, start: Start, key: string,
): Promise<Chosen> {
  const fields = {
    ...wishOf(draft), start: start.start, may_wait: start.mayWait ?? false,
    channel: "call", language: tongue,
  };
  const { visit, token = "" }
    = await command<Answer>(office, "hold_slot", fields, key);
  const { held_until: until = null } = visit.appointment;
  return { start: start.start, visit: visit.id, until, token };
}

function book(
  office: string, draft: Draft, tongue: string, start: Start, person: Person,
  key: string,
) {
  return command<Answer>(office, "book", {
    ...wishOf(draft), ...fieldsOf(start), channel: "call", language: tongue,
    ...personIn(person),
  }, key);
}

function asKept(person: Person, form: FormField[]): Person {
  const answers = answersOf(form, person.answers ?? {});
  return { ...person, phone: phoneOf(person.phone ?? "") ?? "", answers };
}
