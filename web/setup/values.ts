// The form of a template as the page holds it, and as it is sent.

import type { Words } from "../shared/i18n.ts";
import type { Parameter, Template, Wish } from "./setup.ts";

export type Values = Record<string, unknown>;

/** In place of a site that the office has. */
export const newSite = "+";

export function valuesOf(template: Template): Values {
  return Object.fromEntries(
    template.parameters.map(({ id, value }) => [id, value]));
}

/** "Gymnase Léo" becomes "gymnase-leo": how things are named in a set-up. */
export function idFrom(name: string): string {
  return name.normalize("NFD").toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 24);
}

export function wishFor(template: Template, values: Values): Wish {
  const parameters: Values = { ...values };
  for (const { id, kind } of template.parameters)
    if (kind === "site" && values[id] === newSite) {
      const words = values[`${id}_name`] as Words;
      parameters[id] = idFrom(words.fr || words.en || "") || "lieu";
    }
  return { template: template.id, parameters };
}

const groups = {
  what: ["name", "bring"],
  where: ["where", "where_name", "gauge"],
  when: ["first", "last", "weekdays", "hours", "last_second", "days_from",
    "days_to"],
  who: ["doctors", "nurses", "counters"],
  more: ["id", "prefix"],
};

export type Group = keyof typeof groups | "how";

export const order: Group[] = ["what", "where", "when", "how", "who", "more"];

export function groupOf({ id }: Parameter): Group {
  const found = Object.entries(groups).find(([, ids]) => ids.includes(id));
  return (found?.[0] ?? "how") as Group;
}

/** ["09:00", "12:00"] of "09:00-12:00". */
export function partsOf(span: string): [string, string] {
  const [from = "", to = ""] = span.split("-");
  return [from, to];
}
