// What a screen reader is told without being asked: the call at once, one's
// place only when it matters. A long line would otherwise talk all the time.

import { useEffect, useRef, useState } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { waitInWords } from "../shared/wait.ts";
import type { Visit } from "./visit.ts";

const alwaysSaidFrom = 3; // People before one.
const quietFor = 60_000;

export function Announcement({ visit }: { visit: Visit }) {
  const [said, setSaid] = useState("");
  const last = useRef(0);
  const { phase, rank } = visit;
  useEffect(() => {
    if (phase !== "waiting" || rank === null) return setSaid("");
    const due = Date.now() - last.current >= quietFor;
    if (!due && rank > alwaysSaidFrom) return;
    last.current = Date.now();
    setSaid(placeInWords(visit));
  }, [phase, rank]);
  return (
    <div class="hidden">
      <p role="status">{said}</p>
      <p role="alert">{phase === "called" && t("ticket.called_said", {
        number: visit.number, counter: pick(visit.counter_name),
      })}</p>
    </div>
  );
}

function placeInWords({ rank, wait }: Visit): string {
  if (rank === 0) return t("ticket.next");
  const place = t("ticket.ahead_said", { count: rank ?? 0 });
  return `${place}. ${t("ticket.wait_said", { wait: waitInWords(wait) })}`;
}
