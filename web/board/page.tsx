// "/board/{office}": the screen in the hall. Numbers and counters, readable
// from the last row of chairs; no person's data ever reaches it.

import { useEffect, useRef, useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { useNow } from "../shared/clock.ts";
import { Gauges } from "../shared/gauge.tsx";
import { clockTime, longDate, pick, t } from "../shared/i18n.ts";
import { live, useLiveState, useTopic } from "../shared/live.ts";
import { Pairing } from "../shared/pairing.tsx";
import { LanguageSwitch, mount } from "../shared/shell.tsx";
import { Mark, Notice, Waiting } from "../shared/ui.tsx";
import { newCalls, type Call, type Hall } from "./calls.ts";
import { Door } from "./door.tsx";
import { SoundSwitches, useAnnouncer } from "./sounds.tsx";
import "./board.css";

const shown = 8;
const freshFor = 20_000;

function Board() {
  const topic = `board/${officeHere()}`;
  const { value: hall, refusal } = useTopic<Hall>(topic);
  const announcer = useAnnouncer();
  const isDoor = useDoorView();
  const news = useNews(hall, announcer.announce);
  useEffect(() => {
    document.title = `${t("title.board")} – Suivant`;
  });
  return (
    <div class="board">
      <header class="board-head">
        <h1><Mark /><span>{pick(hall?.office.name) || "Suivant"}</span></h1>
        {hall && !refusal && <Gauges sites={hall.sites} />}
        <Clock />
      </header>
      <main class="board-main">
        {refusal && <Refused {...refusal} />}
        {!hall && !refusal && <Waiting />}
        {hall && !refusal && isDoor && <Door office={officeHere()} />}
        {hall && !refusal && !isDoor && <>
          <Calls calls={hall.calls.slice(0, shown)} />
          <Queues hall={hall} />
        </>}
        <p class="hidden" role="status">{news}</p>
      </main>
      <footer class="board-foot">
        <Lost />
        <SoundSwitches announcer={announcer} />
        <a class="board-door" href={isDoor ? "#" : "#door"}>
          {t(isDoor ? "title.board" : "door.to")}
        </a>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

/** "/board/{office}#door" is the screen at the entrance. */
function useDoorView(): boolean {
  const [isDoor, turn] = useState(location.hash === "#door");
  useEffect(() => {
    const look = () => turn(location.hash === "#door");
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return isDoor;
}

/** Announces what is new, and returns it in words for screen readers. */
function useNews(hall: Hall | null, announce: (calls: Call[]) => void) {
  const before = useRef<Call[] | null>(null);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (!hall) return;
    const news = before.current ? newCalls(before.current, hall.calls) : [];
    before.current = hall.calls;
    if (news.length === 0) return;
    announce(news);
    setWords(news.map(({ number, counter }) =>
      t("board.said", { number, counter })).join(" "));
  }, [hall]);
  return words;
}

function Refused({ name, message }: { name: string; message: string }) {
  if (name === "no_right" || name === "not_signed_in")
    return <Pairing onPaired={() => live.restart()} />;
  return <Notice tone="bad" urgent>{message}</Notice>;
}

function Clock() {
  const now = useNow();
  return (
    <p class="board-clock">
      <span class="board-date">{longDate(now)}</span>
      <time class="number">{clockTime(now)}</time>
    </p>
  );
}

function Calls({ calls }: { calls: Call[] }) {
  const now = useNow();
  return (
    <section class="calls" aria-labelledby="calls-head">
      <h2 id="calls-head" class="hidden">{t("board.calls")}</h2>
      <div class="calls-names" aria-hidden="true">
        <span>{t("board.number")}</span><span>{t("board.counter")}</span>
      </div>
      {calls.length === 0 && <p class="calls-none">{t("board.quiet")}</p>}
      <ol>
        {calls.map((call) => <Row
          key={`${call.number} ${call.at}`} call={call}
          fresh={now - call.at < freshFor}
        />)}
      </ol>
    </section>
  );
}

function Row({ call, fresh }: { call: Call; fresh: boolean }) {
  const long = call.number.length + call.counter.length > 6;
  return (
    <li class={`call${fresh ? " call-fresh" : ""}${long ? " call-long" : ""}`}>
      <span class="call-number number">
        <span class="hidden">{t("board.number")} </span>{call.number}
      </span>
      <span class="call-arrow" aria-hidden="true" />
      <span class="call-counter number">
        <span class="hidden">, {t("board.counter")} </span>{call.counter}
      </span>
    </li>
  );
}

function Queues({ hall }: { hall: Hall }) {
  return (
    <section class="queues" aria-labelledby="next-head">
      <h2 id="next-head">{t("board.next")}</h2>
      <ul>
        {Object.entries(hall.queues).map(([id, { name, open, waiting }]) =>
          <li key={id} class="queue">
            <h3>{pick(name)}</h3>
            {hall.next[id]?.length
              ? <p class="queue-next number">
                {hall.next[id].slice(0, 4).map((number) =>
                  <span key={number}>{number}</span>)}
              </p>
              : open && <p class="soft">{t("board.nobody")}</p>}
            <p class="soft">
              {!open && <strong>{t("board.closed")}</strong>}
              {waiting > 4 && <span>
                {t("board.waiting", { count: waiting })}
              </span>}
            </p>
          </li>)}
      </ul>
    </section>
  );
}

/** People watch this screen instead of listening: say when it is wrong. */
function Lost() {
  const state = useLiveState();
  const lost = state === "reconnecting" || state === "offline";
  return (
    <div class="board-lost" role="status">
      {lost && <p class="live-lost">{t("board.lost")}</p>}
    </div>
  );
}

mount(() => <Board />);
