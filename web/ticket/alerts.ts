// Gets the attention of a person who is not looking: sound, vibration, a
// notification when the page is hidden, and a screen that stays awake when
// the turn is near.

import { useEffect, useState } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { sound, vibrate } from "../shared/sound.ts";
import { recall, remember } from "../shared/storage.ts";
import type { Visit } from "./visit.ts";

export interface Alerts {
  on: boolean;
  toggle(): void;
  quiet(): void; // The person has noticed.
}

const awakeFrom = 3; // People before one.
const again = [6000, 14_000, 30_000]; // Milliseconds after the first sound.

export function useAlerts(visit: Visit | null): Alerts {
  const [on, setOn] = useState(false);
  const [noticed, setNoticed] = useState(0); // The version they noticed.
  const version = visit?.version ?? 0;
  const called = visit?.phase === "called" && noticed !== version;

  useEffect(unlockByAnyTouch(() => setOn(true)), []);
  useEffect(() => {
    return called ? ring(visit!) : undefined;
  }, [called, version]);
  useAwake(visit?.phase === "called"
    || (visit?.rank != null && visit.rank <= awakeFrom));

  async function toggle() {
    remember("alerts", !on);
    if (on) return setOn(false);
    setOn(await sound.unlock());
    sound.chime();
    vibrate();
    if ("Notification" in window && Notification.permission === "default")
      Notification.requestPermission().catch(() => null);
  }
  return { on, toggle, quiet: () => setNoticed(version) };
}

/** Sound was wished for before: the first touch of the page brings it back. */
function unlockByAnyTouch(done: () => void) {
  return () => {
    if (!recall<boolean>("alerts")) return;
    const touched = async () => {
      if (await sound.unlock()) done();
    };
    addEventListener("pointerdown", touched, { once: true });
    return () => removeEventListener("pointerdown", touched);
  };
}

function ring(visit: Visit) {
  const once = () => {
    if (recall<boolean>("alerts") === false) return;
    sound.chime();
    vibrate();
  };
  once();
  if (document.hidden) notify(visit);
  const timers = again.map((after) => setTimeout(once, after));
  return () => timers.forEach(clearTimeout);
}

async function notify(visit: Visit) {
  if (!("Notification" in window) || Notification.permission !== "granted")
    return;
  const counter = pick(visit.counter_name);
  const worker = await navigator.serviceWorker?.getRegistration();
  worker?.showNotification(t("ticket.called_title", { counter }), {
    body: `${t("ticket.your_number")} ${visit.number}`,
    icon: "/icons/mark-192.png",
    tag: "suivant-call",
    requireInteraction: true,
    data: location.href,
  }).catch(() => null);
}

/** Keeps the screen on while `wished`; not every browser can. */
function useAwake(wished: boolean) {
  useEffect(() => {
    if (!wished || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const hold = async () => {
      if (document.visibilityState !== "visible") return;
      lock = await navigator.wakeLock.request("screen").catch(() => null);
      if (over) lock?.release();
    };
    hold();
    document.addEventListener("visibilitychange", hold);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", hold);
      lock?.release();
    };
  }, [wished]);
}
