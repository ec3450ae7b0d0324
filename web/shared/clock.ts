// The server's time on a device whose own clock may be wrong.

import { useEffect, useState } from "preact/hooks";

let ahead = 0; // Milliseconds the server's clock is ahead of ours.
const watchers = new Set<() => void>();
const jump = 5000; // Less is the network's doing, and not worth a drawing.

export function noteServerTime(now: number) {
  const before = ahead;
  ahead = now - Date.now();
  if (Math.abs(ahead - before) > jump)
    for (const tell of watchers) tell();
}

export function serverNow(): number {
  return Date.now() + ahead;
}

/** The server's time, anew every `every` milliseconds and when it was wrong. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const tell = () => setNow(serverNow());
    const timer = setInterval(tell, every);
    watchers.add(tell);
    tell(); // It may have been noted since it was drawn.
    return () => {
      clearInterval(timer);
      watchers.delete(tell);
    };
  }, [every]);
  return now;
}
