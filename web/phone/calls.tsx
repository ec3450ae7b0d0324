// Who is to be called back, and what became of it.

import type { Refusal } from "../shared/api.ts";
import { get, useAction } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { clockTime, longDate, t, type Key } from "../shared/i18n.ts";
import { About, Problem } from "../shared/ui.tsx";
import { command } from "../staff/booking.ts";
import { serviceName } from "../staff/names.ts";
import type { Desk, Person } from "../staff/topic.ts";

export interface Call {
  call: number;
  service: string;
  asked: number;
  tries: number;
  last_try?: number;
  reason?: string; // What they could not be told; else they asked.
  person?: Person;
}

interface CallsProps {
  desk: Desk;
  say(text: string): void;
  book(call: Call): void;
}

/** Read anew whenever the office's agenda says that something changed. */
export function Calls({ desk, say, book }: CallsProps) {
  const office = desk.office.id;
  const heard = useFetched(
    () => get<{ calls: Call[] }>(`/offices/${office}/calls`), office,
    `${desk.agenda}`,
  );
  const note = useAction(async (key, call: number, result: string) => {
    await command(office, "note_call", { call, result }, key);
    say(t("phone.call_noted"));
  });
  const calls = heard.value?.calls ?? [];
  return (
    <section class="card calls" aria-labelledby="calls-title">
      <h2 id="calls-title">
        {t("phone.calls")}
        {calls.length > 0 && <span class="mark-chip">{calls.length}</span>}
      </h2>
      <Problem problem={heard.problem ?? note.problem as Refusal | null} />
      {heard.value && calls.length === 0 && (
        <p class="soft">{t("phone.calls_none")}</p>
      )}
      <ul class="call-list">
        {calls.map((call) => (
          <OneCall
            key={call.call} call={call} desk={desk} busy={note.busy}
            note={(result) => void note.start(call.call, result)}
            book={() => book(call)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneCallProps {
  call: Call;
  desk: Desk;
  busy: boolean;
  note(result: string): void;
  book(): void;
}

const results = ["reached", "not_reached", "given_up"] as const;

function OneCall({ call, desk, busy, note, book }: OneCallProps) {
  const { person = {} } = call;
  const name = person.name || t("phone.nobody");
  return (
    <li class="call">
      <p>
        <b>{name}</b>{" "}
        {person.phone && <a href={`tel:${person.phone}`}>{person.phone}</a>}
      </p>
      <p class="soft row-soft">
        {call.service && `${serviceName(desk, call.service)} · `}
        {t("phone.calls_since", { time: longDate(call.asked) })}
        {call.tries > 0 && call.last_try && ` · ${t("phone.calls_tried", {
          count: call.tries, time: clockTime(call.last_try),
        })}`}
      </p>
      {call.reason && <p>
        {t("phone.calls_reason", {
          what: t(`occasion.${call.reason}` as Key),
        })}
      </p>}
      {person.note && <p>{person.note}</p>}
      <div class="quick">
        <button
          type="button" class="button button-small" onClick={book}
        >{t("phone.call_book")}<About name={name} /></button>
        {results.map((result) => (
          <button
            type="button" key={result} class="button button-small"
            aria-disabled={busy || undefined} onClick={() => note(result)}
          >{t(`phone.call_${result}`)}<About name={name} /></button>
        ))}
      </div>
    </li>
  );
}
