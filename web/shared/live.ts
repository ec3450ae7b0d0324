// The live channel: one connection for all topics of a page, which comes back
// by itself and says honestly whether it is there. Carries snapshots and
// patches; does not know what they mean.

import { useEffect, useState } from "preact/hooks";
import { backoff } from "./backoff.ts";
import { noteServerTime, serverNow } from "./clock.ts";
import { typeset } from "./i18n.ts";
import { openSocket, openStream, type Line } from "./line.ts";
import { mergePatch } from "./merge_patch.ts";

export type LiveState = "connecting" | "live" | "reconnecting" | "offline";

export interface Frame {
  topic: string;
  n?: number;
  now?: number;
  snapshot?: unknown;
  patch?: unknown;
  error?: string;
  message?: string;
  [more: string]: unknown;
}

export interface Listener<T> {
  token?: string; // The visitor's link, for the topic "visit".
  resumes?: boolean; // False: always starts from a fresh snapshot.
  onValue(value: T, frame: Frame): void;
  onRefusal?(name: string, message: string): void;
  onOther?(frame: Frame): void; // Frames of topics nobody here follows.
}

interface Followed {
  listener: Listener<unknown>;
  value: unknown;
  n: number; // Of the newest frame; 0 before the first.
}

const socketFailuresBeforeStream = 2;
const silenceBeforePing = 45_000;
const pongWithin = 8_000;

class Live {
  private followed = new Map<string, Followed>();
  private watchers = new Set<(state: LiveState) => void>();
  private standing: Record<string, unknown> | null = null;
  private line: Line | null = null;
  private state: LiveState = "connecting";
  private failures = 0; // In a row.
  private wasLive = false;
  private wake = 0; // Timer of the next try, 0 when none is set.
  private heard = 0; // When the last word came, by the server's clock.
  private pulse = 0; // Timer of the next ping, or of its missing answer.

  constructor() {
    addEventListener("online", () => this.retryNow());
    addEventListener("offline", () => this.lose());
    addEventListener("pageshow", () => this.retryNow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.check();
    });
  }

  /** Hears `topic` until the returned function is called. */
  follow<T>(topic: string, listener: Listener<T>): () => void {
    const entry: Followed = {
      listener: listener as Listener<unknown>, value: null, n: 0,
    };
    this.followed.set(topic, entry);
    if (this.line?.ready) this.line.send(this.subscription(topic, entry));
    else if (!this.line && !this.wake) this.open();
    return () => {
      if (this.followed.get(topic) !== entry) return;
      this.followed.delete(topic);
      this.line?.send({ unsubscribe: topic });
    };
  }

  /** Asks for a fresh snapshot, after a gap only the caller can see. */
  refresh(topic: string) {
    const entry = this.followed.get(topic);
    if (!entry) return;
    entry.n = 0;
    this.line?.send(this.subscription(topic, entry));
  }

  /** Says `word` now and on every connection to come, until another. */
  stand(word: Record<string, unknown>) {
    this.standing = word;
    if (this.line?.ready) this.line.send(word);
  }

  /** Connects anew, for instance with a cookie that was not there before. */
  restart() {
    this.failures = 0;
    this.drop();
    this.open();
  }

  watch(watcher: (state: LiveState) => void): () => void {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  }

  now(): LiveState {
    return this.state;
  }

  /** When the server last spoke, by its clock; 0 when it never did. */
  heardAt(): number {
    return this.heard;
  }

  // -- in the order of a connection's life ------------------------------------

  private open() {
    clearTimeout(this.wake);
    this.wake = 0;
    if (!navigator.onLine) return this.say("offline");
    this.say(this.wasLive || this.failures > 0 ? "reconnecting" : "connecting");
    // Old proxies let no socket through; a stream of events mostly passes.
    const streams = this.failures >= socketFailuresBeforeStream
      && this.failures % 2 === 0;
    const open = streams ? openStream : openSocket;
    const line: Line = open({
      onReady: () => this.line === line && this.onReady(line),
      onFrame: (text) => this.line === line && this.onText(text),
      onEnd: () => this.line === line && this.onEnd(),
    });
    this.line = line;
    this.pulse = window.setTimeout(() => this.line === line && this.onEnd(),
      pongWithin * 2);
  }

  private onReady(line: Line) {
    this.listenForSilence();
    for (const [topic, entry] of this.followed)
      line.send(this.subscription(topic, entry));
    if (this.standing) line.send(this.standing);
    // Who missed nothing is sent nothing; the answer says that we are heard.
    if (line.canPing) line.send({ ping: 1 });
  }

  private subscription(topic: string, { listener, n }: Followed) {
    return {
      subscribe: topic,
      ...(listener.token && { token: listener.token }),
      ...(n > 0 && listener.resumes !== false && { since: n }),
    };
  }

  private onText(text: string) {
    this.listenForSilence();
    this.failures = 0;
    this.wasLive = true;
    this.say("live");
    const frame: Frame = JSON.parse(text);
    if (frame.now) noteServerTime(frame.now);
    this.heard = serverNow();
    if (frame.topic) this.deliver(frame);
  }

  private deliver(frame: Frame) {
    const entry = this.followed.get(frame.topic);
    if (!entry) {
      for (const { listener } of this.followed.values())
        listener.onOther?.(frame);
      return;
    }
    if (frame.error)
      return entry.listener.onRefusal?.(
        frame.error, typeset(frame.message ?? ""));
    if ("snapshot" in frame) entry.value = frame.snapshot;
    else if (entry.n === 0 || (frame.n ?? 0) <= entry.n) return;
    else if (frame.n !== entry.n + 1) return this.refresh(frame.topic);
    else entry.value = mergePatch(entry.value, frame.patch);
    entry.n = frame.n ?? 0;
    entry.listener.onValue(entry.value, frame);
  }

  private onEnd() {
    this.drop();
    this.failures++;
    if (!navigator.onLine) return this.say("offline");
    this.say(this.wasLive || this.failures > 1 ? "reconnecting" : "connecting");
    this.wake = window.setTimeout(() => this.open(), backoff(this.failures));
  }

  // -- noticing that a connection is dead -------------------------------------

  private listenForSilence() {
    clearTimeout(this.pulse);
    this.pulse = window.setTimeout(() => this.check(), silenceBeforePing);
  }

  /** A phone that comes out of a tunnel or a pocket must not trust its line. */
  private check() {
    const line = this.line;
    if (!line?.ready) return this.retryNow();
    if (!line.canPing) return this.listenForSilence();
    if (document.visibilityState === "hidden") return this.listenForSilence();
    line.send({ ping: 1 });
    clearTimeout(this.pulse);
    this.pulse = window.setTimeout(() => this.line === line && this.onEnd(),
      pongWithin);
  }

  private retryNow() {
    if (this.line || this.followed.size === 0) return;
    this.open();
  }

  private lose() {
    this.drop();
    this.say("offline");
  }

  private drop() {
    clearTimeout(this.pulse);
    clearTimeout(this.wake);
    this.wake = 0;
    const line = this.line;
    this.line = null;
    line?.close();
  }

  private say(state: LiveState) {
    if (state === this.state) return;
    this.state = state;
    for (const watcher of this.watchers) watcher(state);
  }
}

export const live = new Live();

/** The state of the connection, for the notice every live page shows. */
export function useLiveState(): LiveState {
  const [state, setState] = useState(live.now());
  useEffect(() => {
    setState(live.now());
    return live.watch(setState);
  }, []);
  return state;
}

export interface Heard<T> {
  value: T | null;
  refusal: { name: string; message: string } | null;
}

/** The newest value of a topic whose frames are snapshots and patches. */
export function useTopic<T>(topic: string): Heard<T> {
  const [heard, setHeard] = useState<Heard<T>>({ value: null, refusal: null });
  useEffect(() => live.follow<T>(topic, {
    onValue: (value) => setHeard({ value, refusal: null }),
    onRefusal: (name, message) =>
      setHeard(({ value }) => ({ value, refusal: { name, message } })),
  }), [topic]);
  return heard;
}
