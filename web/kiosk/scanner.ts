// A reader of codes types like a keyboard, and ends with Enter. So what is
// typed outside of a field is kept for a moment, in case it becomes a link.

import { useEffect, useRef } from "preact/hooks";
import { linkIn } from "./arrival.ts";

const pause = 1000; // A reader is never that slow.

export function useScanner(onLink: (text: string) => void) {
  const hear = useRef(onLink);
  hear.current = onLink;
  useEffect(() => {
    let typed = "";
    let at = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLInputElement) return;
      if (Date.now() - at > pause) typed = "";
      at = Date.now();
      if (event.key.length === 1) typed += event.key;
      if (event.key !== "Enter" || !linkIn(typed)) return;
      event.preventDefault(); // Or it would press the button with the focus.
      hear.current(typed);
      typed = "";
    };
    addEventListener("keydown", listen, true);
    return () => removeEventListener("keydown", listen, true);
  }, []);
}
