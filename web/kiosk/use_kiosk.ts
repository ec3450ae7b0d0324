// What keeps a kiosk going: whether it is connected, what its office offers,
// and the network that comes and goes.

import { useEffect, useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { noteServerTime } from "../shared/clock.ts";
import type { Words } from "../shared/i18n.ts";
import { whoIsHere } from "../shared/session.ts";
import type { Wait } from "../shared/wait.ts";

export interface Service {
  id: string;
  name: Words;
  picture: string;
  walk_in: boolean;
  open: boolean;
  waiting: number;
  wait: Wait;
}

export interface Office {
  id: string;
  name: Words;
  services: Service[];
  now: number;
}

/** "other": somebody is signed in here, or a screen of another kind. */
export type Device = "asking" | "kiosk" | "nobody" | "other";

const freshEvery = 15_000;
const tryAgainAfter = 4000;

/** The office as it is now; `isLost` while it cannot be reached. */
export function useOffice(id: string) {
  const [office, show] = useState<Office | null>(null);
  const [problem, tell] = useState<Refusal | null>(null);
  useEffect(() => {
    let timer = 0;
    let newest = 0;
    const ask = async () => {
      const mine = ++newest;
      clearTimeout(timer);
      const [fresh, why] = await askFor(id);
      if (mine !== newest) return;
      if (fresh) show(fresh);
      tell(why);
      timer = window.setTimeout(ask, why ? tryAgainAfter : freshEvery);
    };
    const lose = () => tell(new Refusal("unreachable", ""));
    void ask();
    addEventListener("online", ask);
    addEventListener("offline", lose);
    return () => {
      newest = -1;
      clearTimeout(timer);
      removeEventListener("online", ask);
      removeEventListener("offline", lose);
    };
  }, [id]);
  const isUnknown = problem?.status === 404;
  return { office, isUnknown, isLost: problem !== null && !isUnknown };
}

async function askFor(id: string): Promise<[Office | null, Refusal | null]> {
  try {
    const office = await get<Office>(`/offices/${encodeURIComponent(id)}`);
    noteServerTime(office.now);
    return [office, null];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [null, error];
  }
}

/** Asks who is here at first, and whenever `again` is called. */
export function useDevice(office: string, isLost: boolean) {
  const [device, know] = useState<Device>("asking");
  const again = () => whoIsHere().then(
    (session) => know(session === null ? "nobody"
      : session.roles[office] === "kiosk" ? "kiosk" : "other"),
    (error) => {
      if (!(error instanceof Refusal)) throw error;
    },
  );
  useEffect(() => {
    if (!isLost) void again();
  }, [office, isLost]);
  return { device, again };
}
