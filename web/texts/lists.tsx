// The reminders there are, and the words that take a ticket by text.

import { pick, t } from "../shared/i18n.ts";
import { About, Button, Field } from "../shared/ui.tsx";
import {
  clockOf, minutesOf, type Messages, type Reminder, type Texts,
} from "./texts.ts";

interface ListProps {
  texts: Texts;
  messages: Messages;
  change(messages: Messages): void;
}

const most = { reminders: 5, join: 50 };

/** With the one at `at` changed, or without it. */
function replaced<T>(all: T[], at: number, by: T | null): T[] {
  return all.flatMap((one, index) =>
    index !== at ? [one] : by === null ? [] : [by]);
}

export function Reminders({ messages, change }: ListProps) {
  const { reminders = [] } = messages;
  const keep = (all: Reminder[]) => change({ ...messages, reminders: all });
  return (
    <section class="card" aria-labelledby="reminders-title">
      <h2 id="reminders-title">{t("texts.reminders")}</h2>
      {reminders.length === 0 && <p>{t("texts.reminders_none")}</p>}
      {reminders.map((one, at) => <ReminderRow
        key={at} number={at + 1} reminder={one}
        change={(now) => keep(replaced(reminders, at, now))}
      />)}
      {reminders.length < most.reminders && <Button
        onClick={() => keep([...reminders, { days: 2 }])}
      >{t("texts.reminder_add")}</Button>}
    </section>
  );
}

interface ReminderProps {
  number: number;
  reminder: Reminder;
  change(now: Reminder | null): void; // Null: without it.
}

function ReminderRow({ number, reminder, change }: ReminderProps) {
  const { days = 0, at = -1, minutes = 0 } = reminder;
  const isByClock = at >= 0;
  const name = t("texts.reminder_number", { count: number });
  return (
    <fieldset class="group listed">
      <legend>{name}</legend>
      <Field label={t("texts.reminder_days")}>
        {(ids) => <input
          {...ids} type="number" min={0} max={60} value={days}
          onInput={(event) => change({
            ...reminder, days: Number(event.currentTarget.value),
          })}
        />}
      </Field>
      <Field label={t("texts.reminder_when")}>
        {(ids) => <select
          {...ids} value={isByClock ? "clock" : "start"}
          onChange={(event) => change(
            event.currentTarget.value === "clock" ? { days, at: 600 }
              : { days, at: -1, minutes: days === 0 ? 60 : 0 })}
        >
          <option value="start">{t("texts.reminder_by_start")}</option>
          <option value="clock">{t("texts.reminder_by_clock")}</option>
        </select>}
      </Field>
      {isByClock
        ? <Field label={t("texts.reminder_at")}>
          {(ids) => <input
            {...ids} type="time" value={clockOf(at)} required
            onInput={(event) => event.currentTarget.value && change({
              days, at: minutesOf(event.currentTarget.value),
            })}
          />}
        </Field>
        : <Field label={t("texts.reminder_minutes")}>
          {(ids) => <input
            {...ids} type="number" min={0} max={1440} value={minutes}
            onInput={(event) => change({
              ...reminder, minutes: Number(event.currentTarget.value),
            })}
          />}
        </Field>}
      <Button look="quiet" onClick={() => change(null)}>
        {t("texts.remove")}<About name={name} />
      </Button>
    </fieldset>
  );
}

export function JoinWords({ texts, messages, change }: ListProps) {
  const { join = [] } = messages;
  const keep = (all: typeof join) => change({ ...messages, join: all });
  const [first] = texts.services;
  return (
    <section class="card" aria-labelledby="join-title">
      <h2 id="join-title">{t("texts.join")}</h2>
      <p class="hint">{t("texts.join_hint")}</p>
      {join.map((one, at) => (
        <div class="listed" key={at}>
          <Field label={t("texts.join_word")}>
            {(ids) => <input
              {...ids} type="text" maxLength={40} value={one.word}
              autocapitalize="characters"
              onInput={(event) => keep(replaced(join, at, {
                ...one, word: event.currentTarget.value.toUpperCase(),
              }))}
            />}
          </Field>
          <Field label={t("texts.service")}>
            {(ids) => <select
              {...ids} value={one.service}
              onChange={(event) => keep(replaced(join, at, {
                ...one, service: event.currentTarget.value,
              }))}
            >
              {texts.services.map(({ id, name }) =>
                <option key={id} value={id}>{pick(name)}</option>)}
            </select>}
          </Field>
          <Button
            look="quiet" onClick={() => keep(replaced(join, at, null))}
          >{t("texts.remove")}<About name={one.word} /></Button>
        </div>
      ))}
      {first && join.length < most.join && <Button
        onClick={() => keep([...join, { word: "", service: first.id }])}
      >{t("texts.join_add")}</Button>}
    </section>
  );
}
