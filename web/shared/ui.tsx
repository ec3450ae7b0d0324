// The few parts all pages are made of. They look as base.css says and know
// nothing of visits.

import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Refusal } from "./api.ts";
import { clockTime, t } from "./i18n.ts";
import { live, useLiveState } from "./live.ts";

/** A ticket with the sign for "next" cut into it. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path
        class="mark-ticket"
        d="M6 5h20a3 3 0 0 1 3 3v4.5a3.5 3.5 0 0 0 0 7V24a3 3 0 0 1-3 3H6a3
           3 0 0 1-3-3v-4.5a3.5 3.5 0 0 0 0-7V8a3 3 0 0 1 3-3z"
      />
      <path class="mark-next" d="M13.5 10.5 19 16l-5.5 5.5" />
    </svg>
  );
}

type ButtonProps = JSX.IntrinsicElements["button"] & {
  look?: "main" | "plain" | "quiet" | "danger";
  busy?: boolean;
  wide?: boolean;
};

/** What a button is about, for who hears it without what stands around. */
export function About({ name }: { name: string }) {
  return <span class="hidden"> – {name}</span>;
}

/** `busy` keeps the focus where it is, unlike `disabled`. */
export function Button({ look = "plain", busy, wide, ...rest }: ButtonProps) {
  const { children, class: more, ...attributes } = rest;
  return (
    <button
      type="button" {...attributes}
      aria-disabled={busy || attributes["aria-disabled"] || undefined}
      class={`button button-${look}${wide ? " button-wide" : ""} ${more ?? ""}`}
    >{busy && <span class="spinner" aria-hidden="true" />}{children}</button>
  );
}

interface NoticeProps {
  tone?: "info" | "good" | "warn" | "bad";
  urgent?: boolean; // Interrupts a screen reader; for what cannot wait.
  children: ComponentChildren;
}

export function Notice({ tone = "info", urgent, children }: NoticeProps) {
  return (
    <div class={`notice notice-${tone}`} role={urgent ? "alert" : "status"}>
      {children}
    </div>
  );
}

/** What the server answered instead of yes. */
export function Problem({ problem }: { problem: Refusal | null }) {
  if (!problem) return null;
  return <Notice tone="bad" urgent>{problem.message}</Notice>;
}

interface FieldProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  children(ids: { id: string; "aria-describedby": string }): ComponentChildren;
}

/** A label, a hint and an error, tied to the input that `children` makes. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId();
  const about = `${hint ? `${id}-hint ` : ""}${id}-error`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      {children({ id, "aria-describedby": about })}
      <p class="field-error" id={`${id}-error`} role="alert">{error}</p>
    </div>
  );
}

interface DialogProps {
  open: boolean;
  title: string;
  onClose(): void;
  children: ComponentChildren;
}

/** A modal question. Escape and the area around it close it. */
export function Dialog({ open, title, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog} class="dialog" aria-labelledby={id} onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && <div class="dialog-inside">
        <h2 id={id}>{title}</h2>
        {children}
      </div>}
    </dialog>
  );
}

/**
 * Says when what the page shows may no longer be true. `since` is when a page
 * that never reached the server last knew something.
 */
export function LiveNotice({ since }: { since?: number | undefined }) {
  const state = useLiveState();
  const lost = state === "offline" || state === "reconnecting";
  const at = live.heardAt() || since;
  return (
    <div class="live-notice" role="status">
      {lost && <p class="live-lost">
        {t(state === "offline" ? "live.offline" : "live.reconnecting")}
        {at ? ` ${t("live.since", { time: clockTime(at) })}` : ""}
      </p>}
    </div>
  );
}

export function Waiting() {
  return <p class="waiting" role="status">{t("page.loading")}</p>;
}
