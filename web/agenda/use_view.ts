// Which days are shown, and how. What was chosen stays with the browser.

import { useState } from "preact/hooks";
import { recall, remember } from "../shared/storage.ts";
import { daysLater } from "../book/month.ts";
import type { Row, Span } from "./agenda.ts";
import type { By, View } from "./layout.ts";

interface Kept {
  view: View;
  by: By;
}

export type ViewState = ReturnType<typeof useView>;

/** `today` is the office's day of business. */
export function useView(today: string) {
  const [kept, keep] = useState<Kept>(
    recall<Kept>("agenda") ?? { view: "day", by: "service" });
  const [chosen, choose] = useState("");
  const [site, setSite] = useState("");
  const [service, setService] = useState("");
  const [resource, setResource] = useState("");
  const [printing, print] = useState(false);
  const day = chosen || today;
  const change = (part: Partial<Kept>) => {
    const next = { ...kept, ...part };
    remember("agenda", next);
    keep(next);
  };
  return {
    ...kept, day, today, site, service, resource, printing,
    span: spanOf(kept.view, day),
    setView: (view: View) => change({ view }),
    setBy: (by: By) => change({ by }),
    goTo: choose,
    leaf: (count: number) =>
      choose(daysLater(day, kept.view === "week" ? 7 * count : count)),
    setSite, setService, setResource,
    shows: (row: Row) => (!service || row.service === service)
      && (!resource || row.resources.includes(resource)),
    print: () => print(true),
    printed: () => print(false),
  };
}

/** A day, or the week around it from Monday on. */
export function spanOf(view: View, day: string): Span {
  if (view === "day") return { first: day, last: day };
  const behind = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const first = daysLater(day, -behind);
  return { first, last: daysLater(first, 6) };
}
