// How long to wait before trying again: longer each time, and never in step
// with everybody else who lost the same server.

const first = 500;
const longest = 20_000;

/** Milliseconds to wait after `failures`; between half and all of a step. */
export function backoff(failures: number, random = Math.random): number {
  const full = Math.min(longest, first * 2 ** Math.max(0, failures - 1));
  return full * (0.5 + random() / 2);
}
