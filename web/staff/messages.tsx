// What somebody was told of their visit, and by which way; and telling them
// once more. Asked for only when somebody opens it.

import { useState } from "preact/hooks";
import { get, useAction, type Refusal } from "../shared/api.ts";
import { clockTime, longDate, t, type Key } from "../shared/i18n.ts";
import { About, Button, Problem, Waiting } from "../shared/ui.tsx";
import { command } from "./booking.ts";
import "./messages.css";

type State =
  "waiting" | "sending" | "handed" | "delivered" | "failed" | "dropped";

export interface Message {
  number: number;
  about: string;
  by: "none" | "sms" | "email" | "letter";
  state: State;
  since: number;
  due: number;
  why: string;
  still_so: boolean; // May be said again.
}

interface Told {
  telephone: "none" | "mobile" | "landline" | "unusable";
  email: boolean;
  stopped: boolean;
  messages: Message[];
}

interface MessagesProps {
  office: string;
  visit: number;
  isWaiting: boolean; // In a line: their ticket can be sent.
}

/** Give it the visit's id as key. */
export function Messages(props: MessagesProps) {
  const [told, show] = useState<Told | null>(null);
  const [problem, note] = useState<Refusal | null>(null);
  const path = `/offices/${props.office}/visits/${props.visit}/messages`;
  const ask = () => {
    note(null);
    return get<Told>(path).then(show, note);
  };
  return (
    <details
      class="record messages"
      onToggle={(event) => event.currentTarget.open && void ask()}
    >
      <summary>{t("desk.messages")}</summary>
      <Problem problem={problem} />
      {!told && !problem && <Waiting />}
      {told && <List {...props} told={told} again={ask} />}
    </details>
  );
}

type ListProps = MessagesProps & { told: Told; again(): Promise<void> };

function List({ office, visit, isWaiting, told, again }: ListProps) {
  const [said, say] = useState("");
  const resending = useAction(async (key: string, number: number) => {
    await command(office, "resend-message", { visit: { id: visit }, number },
      key);
    say(t("desk.message_again_done"));
    await again();
  });
  const sending = useAction(async (key: string) => {
    await command(office, "send-ticket", { visit: { id: visit } }, key);
    say(t("desk.ticket_sent"));
    await again();
  });
  const reached = told.telephone === "mobile" && !told.stopped;
  return (
    <div class="messages-inside">
      <p class="soft" role="status">{said}</p>
      <p class="soft">{t(waysOf(told))}</p>
      {told.messages.length > 0 && <ul class="messages-list">
        {told.messages.map((one) => <li key={one.number}>
          <p><b>{nameOf(one)}</b> · {t(`desk.message_by.${one.by}`)}</p>
          <p class="soft">{stateOf(one)}</p>
          {one.still_so && <button
            type="button" class="button button-small"
            aria-disabled={resending.busy || undefined}
            onClick={() => void resending.start(one.number)}
          >{t("desk.message_again")}<About name={nameOf(one)} /></button>}
        </li>)}
      </ul>}
      {told.messages.length === 0
        && <p class="soft">{t("desk.messages_none")}</p>}
      <Problem problem={resending.problem ?? sending.problem} />
      {isWaiting && reached && <Button
        busy={sending.busy} onClick={() => void sending.start()}
      >{t("desk.send_ticket")}</Button>}
    </div>
  );
}

function waysOf({ telephone, email, stopped }: Told): Key {
  if (telephone === "mobile" && stopped) return "desk.message_ways.stopped";
  if (telephone === "mobile")
    return email ? "desk.message_ways.both" : "desk.message_ways.sms";
  if (email) return "desk.message_ways.email";
  return telephone === "landline" ? "desk.message_ways.landline"
    : "desk.message_ways.none";
}

function nameOf({ about }: Message): string {
  return t(`occasion.${about}` as Key);
}

/** "Arrived, 10 March at 09:00": how far it is, since when, and why not. */
function stateOf({ state, since, due, why }: Message): string {
  const isPlanned = state === "waiting" && due > since;
  const at = isPlanned ? due : since;
  const words = t(isPlanned ? "desk.message_state.planned"
    : `desk.message_state.${state}`, { time: timeOf(at) });
  const wentWrong = state === "failed" || state === "dropped";
  return wentWrong && why ? `${words} ${whyInWords(why)}` : words;
}

function timeOf(at: number): string {
  return `${longDate(at)}, ${clockTime(at)}`;
}

// What gateways say of their own stands as they said it.
const known = [
  "late", "off", "stopped", "not_needed", "seen", "refused", "unknown",
  "no_way", "no_number", "no_address", "no_gateway", "number_is_landline",
  "number_is_unusable", "person_erased", "unknown_user", "content_refused",
  "address_is_malformed", "no_receipt",
];

function whyInWords(why: string): string {
  return known.includes(why) ? t(`desk.message_why.${why}` as Key)
    : t("desk.message_why.other", { why });
}
