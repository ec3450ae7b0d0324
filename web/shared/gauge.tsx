// "12 / 15": how full the house is, for visitors and hall screens.

import type { Sites } from "./gauge.ts";
import { pick, t } from "./i18n.ts";
import { useTopic } from "./live.ts";
import "./gauge.css";

const nowhere: Sites = {};

/** Live; nowhere until the first word, and in an office without a gauge. */
export function useSites(office: string): Sites {
  return useTopic<{ sites: Sites }>(`gauge/${office}`).value?.sites ?? nowhere;
}

export function Gauges({ sites }: { sites: Sites }) {
  const all = Object.entries(sites);
  const nameOf = namesOf(sites);
  if (all.length === 0) return null;
  return (
    <ul class="gauges">
      {all.map(([id, { inside, most }]) => (
        <li class={`gauge${inside >= most ? " gauge-full" : ""}`} key={id}>
          {nameOf(id) && <span class="gauge-name">{nameOf(id)}</span>}
          <span class="gauge-count number" aria-hidden="true">
            {inside} / {most}
          </span>
          <span class="gauge-words" aria-hidden="true">
            {t("gauge.inside")}
          </span>
          <span class="hidden">{t("gauge.said", { inside, most })}</span>
        </li>
      ))}
    </ul>
  );
}

/** With a name only where there are several to tell apart. */
function namesOf(sites: Sites): (id: string) => string {
  const several = Object.keys(sites).length > 1;
  return (id) => several ? pick(sites[id]?.name) : "";
}
