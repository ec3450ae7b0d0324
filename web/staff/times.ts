// Spans of time in words, by the server's clock. Reads no clock itself.

/** Whole minutes since an instant; never negative. */
export function minutesSince(then: number | undefined, now: number): number {
  return then ? Math.max(0, Math.floor((now - then) / 60000)) : 0;
}

/** Seconds still to go, rounded up so that 0 means "now allowed". */
export function secondsUntil(then: number, now: number): number {
  return Math.max(0, Math.ceil((then - now) / 1000));
}

/** "4 min", "1 h 05". Under a minute: "0 min". */
export function asMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  const rest = String(minutes % 60).padStart(2, "0");
  return `${Math.floor(minutes / 60)} h ${rest}`;
}

/** "2:05", for the work at the counter, where seconds matter. */
export function asClock(then: number | undefined, now: number): string {
  const seconds = then ? Math.max(0, Math.floor((now - then) / 1000)) : 0;
  const rest = String(seconds % 60).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${rest}`;
  const few = String(minutes % 60).padStart(2, "0");
  return `${Math.floor(minutes / 60)}:${few}:${rest}`;
}
