// Something asked of the server for as long as a part of a page shows it.

import { useEffect, useRef, useState } from "preact/hooks";
import { Refusal } from "./api.ts";

/**
 * Asks anew whenever `about` changes, and when the network comes back after it
 * was away. What was heard of something else is not shown; with another
 * `asOf` only, it is until the answer comes.
 */
export function useFetched<T>(
  ask: () => Promise<T>, about: string, asOf = "",
) {
  const [heard, setHeard] = useState<{ about: string; value: T } | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const newest = useRef(0);

  const again = () => {
    const mine = ++newest.current;
    setProblem(null);
    return ask().then(
      (value) => {
        if (mine === newest.current) setHeard({ about, value });
      },
      (why) => {
        if (!(why instanceof Refusal)) throw why;
        if (mine === newest.current) setProblem(why);
      },
    );
  };
  useEffect(() => {
    again();
    return () => void newest.current++;
  }, [about, asOf]);
  useEffect(() => {
    if (problem?.status !== 0) return;
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, [problem]);

  const value = heard?.about === about ? heard.value : null;
  return { value, problem, again };
}
