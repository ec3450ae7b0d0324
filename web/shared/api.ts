// Questions and commands to the server. A command carries a key made when the
// person acts and kept over retries, so that it happens once however often it
// has to be sent.

import { useRef, useState } from "preact/hooks";
import { language, t, typeset } from "./i18n.ts";

/** Why the server, or the way to it, said no; `message` is for the person. */
export class Refusal extends Error {
  constructor(
    readonly name: string, // Stable: "visit_has_changed", "unreachable".
    message: string,
    readonly status = 0, // 0: no answer came.
    readonly body: { detail?: unknown; visit?: unknown } = {},
  ) {
    super(message);
  }
}

export interface Asked {
  key?: string; // Idempotency key of a command; makes it safe to retry.
  token?: string; // The visitor's link.
  survey?: string; // The slip of a survey.
  body?: unknown;
  ifMatch?: string; // The version that is to be replaced.
}

const address = "/api/v1";
const tries = 4;
let csrf = "";

/** Staff pages pass what the session answered; see session.ts. */
export function keepCsrf(value: string) {
  csrf = value;
}

export function get<T>(path: string, asked: Asked = {}): Promise<T> {
  return send<T>("GET", path, asked);
}

export function post<T>(path: string, body: unknown, asked: Asked = {}) {
  return send<T>("POST", path, { ...asked, body });
}

export async function send<T>(
  method: string, path: string, asked: Asked = {},
): Promise<T> {
  const safe = method === "GET" || asked.key !== undefined;
  for (let attempt = 1; ; attempt++) {
    const answer = await reach(method, path, asked);
    if (answer?.ok) return read<T>(answer);
    if (!safe || attempt === tries || !isPassing(answer))
      throw await refusalOf(answer);
    await new Promise((next) => setTimeout(next, 300 * 2 ** attempt));
  }
}

/** The status of an answer whose body says nothing; 0 when none came. */
export async function statusOf(
  method: string, path: string, asked: Asked = {},
): Promise<number> {
  return (await reach(method, path, asked))?.status ?? 0;
}

/** Null when no answer came. */
async function reach(method: string, path: string, asked: Asked) {
  const headers: Record<string, string> = {
    Accept: "application/json",
    "Accept-Language": language(),
  };
  if (asked.body !== undefined) headers["Content-Type"] = "application/json";
  if (asked.key) headers["Idempotency-Key"] = asked.key;
  if (asked.ifMatch) headers["If-Match"] = asked.ifMatch;
  if (asked.token) headers.Authorization = `Visit ${asked.token}`;
  if (asked.survey) headers.Authorization = `Survey ${asked.survey}`;
  if (csrf && method !== "GET") headers["X-Csrf"] = csrf;
  const body = asked.body === undefined ? null : JSON.stringify(asked.body);
  try {
    return await fetch(address + path, { method, headers, body });
  } catch {
    return null;
  }
}

function isPassing(answer: Response | null): boolean {
  return answer === null || [502, 503, 504].includes(answer.status);
}

/** Values come as JSON, drawings as text. */
async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  const isJson = answer.headers.get("Content-Type")?.includes("json");
  return (text ? (isJson ? JSON.parse(text) : text) : null) as T;
}

async function refusalOf(answer: Response | null): Promise<Refusal> {
  if (answer === null) return new Refusal("unreachable", t("api.unreachable"));
  try {
    const said = await answer.json();
    const message = typeset(said.message);
    return new Refusal(said.error, message, answer.status, said);
  } catch {
    return new Refusal("unreadable", t("api.trouble"), answer.status);
  }
}

/** A new idempotency key. Works without HTTPS, unlike crypto.randomUUID. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0"));
  return hex.join("")
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * One thing a person can do. While it runs, further presses do nothing; when
 * no answer came, pressing again with the same wish sends the same key.
 */
export function useAction<Wish extends unknown[]>(
  run: (key: string, ...wish: Wish) => Promise<unknown>,
) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const open = useRef({ busy: false, key: "", wish: "" });

  async function start(...wish: Wish): Promise<boolean> {
    const now = open.current;
    if (now.busy) return false;
    const said = JSON.stringify(wish);
    if (!now.key || now.wish !== said)
      Object.assign(now, { key: newKey(), wish: said });
    now.busy = true;
    setBusy(true);
    setProblem(null);
    try {
      await run(now.key, ...wish);
      now.key = "";
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status !== 0 && error.status !== 503) now.key = "";
      setProblem(error);
      return false;
    } finally {
      now.busy = false;
      setBusy(false);
    }
  }
  return { start, busy, problem, clear: () => setProblem(null) };
}
