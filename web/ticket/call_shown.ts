// Who looks at the call needs no text about it: the office is told so, once
// for each call, and only while the page is really looked at.

import { useEffect } from "preact/hooks";
import { newKey, post } from "../shared/api.ts";
import type { Visit } from "./visit.ts";

export function useCallShown(token: string, visit: Visit | null) {
  const call = visit?.phase === "called" ? visit.since : 0;
  useEffect(() => {
    if (!call) return;
    const key = newKey();
    const tell = () => {
      if (document.visibilityState !== "visible") return;
      document.removeEventListener("visibilitychange", tell);
      // At worst they get a text about what they have seen.
      post("/visit/seen", {}, { key, token }).catch(() => null);
    };
    document.addEventListener("visibilitychange", tell);
    tell();
    return () => document.removeEventListener("visibilitychange", tell);
  }, [token, call]);
}
