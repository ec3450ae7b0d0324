// The server's time on a device whose own clock may be wrong.

import { useEffect, useState } from "preact/hooks";

let ahead = 0; // Milliseconds the server's clock is ahead of ours.

export function noteServerTime(now: number) {
  ahead = now - Date.now();
}

export function serverNow(): number {
  return Date.now() + ahead;
}

/** The server's time, anew every `every` milliseconds. */
export function useNow(every = 1000): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
