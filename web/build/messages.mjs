// Reads the texts of all languages and refuses to go on when one of them
// lacks a key, a plural form or a parameter that another has.

import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";

export async function readMessages(folder) {
  const messages = {};
  for (const file of (await readdir(folder)).sort()) {
    const language = file.replace(/\.json$/, "");
    messages[language] = JSON.parse(
      await readFile(resolve(folder, file), "utf8"),
    );
  }
  const faults = compare(messages);
  if (faults.length > 0)
    throw new Error(`The messages differ:\n  ${faults.join("\n  ")}`);
  return messages;
}

function compare(messages) {
  const keys = new Set(Object.values(messages).flatMap(Object.keys));
  const faults = [];
  for (const key of keys) {
    const texts = Object.entries(messages).map(([language, all]) => {
      faults.push(...faultsOf(language, key, all[key]));
      return parametersOf(all[key]);
    });
    if (new Set(texts).size > 1) faults.push(`${key}: parameters differ`);
  }
  return faults;
}

function faultsOf(language, key, text) {
  if (text === undefined) return [`${key} is missing in ${language}`];
  if (typeof text === "string") return text ? [] : [`${key} is empty`];
  return ["one", "other"]
    .filter((form) => !text[form])
    .map((form) => `${key} lacks the form "${form}" in ${language}`);
}

/// "count,who" for a text that uses {who} and {count}. A plural text may
/// leave its count out of one form ("one person"), so the union counts.
function parametersOf(text) {
  if (text === undefined) return "";
  const all = typeof text === "string" ? text : Object.values(text).join(" ");
  const names = [...all.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(",");
}

/// The part of the messages that the given sources can say: each page carries
/// only its own words. `refusal.${name}` in a source stands for all of them.
export function wordsUsedBy(sources, messages) {
  const text = sources.join("\n");
  const said = new Set(
    [...text.matchAll(/["'`]([a-z_]+(?:\.[a-z0-9_]+)+)["'`]/g)].map((m) => m[1]),
  );
  const prefixes = [...text.matchAll(/`((?:[a-z_]+\.)+)\$\{/g)].map((m) => m[1]);
  const used = (key) =>
    said.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(
    Object.entries(messages).map(([language, all]) => [
      language,
      Object.fromEntries(Object.entries(all).filter(([key]) => used(key))),
    ]),
  );
}
