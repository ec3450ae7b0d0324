// Small parts of the staff pages: buttons for steps, what marks a visit, the
// word about the newest command, the way back from it.

import type { ComponentChildren } from "preact";
import { t } from "../shared/i18n.ts";
import { useNow } from "../shared/clock.ts";
import type { Offer } from "./actions.ts";
import { timeOf } from "./expected.ts";
import { keyOf, type Shortcut } from "./keys.ts";
import { counterName, languageName } from "./names.ts";
import type { Said } from "./office.ts";
import { asMinutes, minutesSince } from "./times.ts";
import type { Desk, Visit } from "./topic.ts";

export function Key({ of }: { of: Shortcut }) {
  const key = keyOf(of);
  return key ? <kbd aria-hidden="true">{key}</kbd> : null;
}

interface StepButtonProps {
  offer: Offer;
  label?: string;
  look?: string;
  busy?: boolean;
  children?: ComponentChildren;
  onTake(): void;
  onBlocked(why: string): void;
}

/** A step that cannot be taken yet stays in reach and says why. */
export function StepButton(props: StepButtonProps) {
  const { offer, busy } = props;
  const why = offer.blocked
    && t(`desk.blocked.${offer.blocked}` as "desk.blocked.offline");
  return (
    <button
      type="button"
      class={`button ${props.look ?? "button-plain"} ${why ? "blocked" : ""}`}
      aria-disabled={Boolean(why) || busy || undefined}
      aria-keyshortcuts={keyOf(offer.step) ?? undefined}
      aria-label={props.label}
      data-step={offer.step}
      title={why || undefined}
      onClick={() => (why ? props.onBlocked(why) : props.onTake())}
    >
      {busy && <span class="spinner" aria-hidden="true" />}
      <span>{t(`desk.step.${offer.step}`)}{props.children}</span>
      <Key of={offer.step} />
    </button>
  );
}

/** What staff must know of a visit at a glance. */
export function Marks({ desk, visit }: { desk: Desk; visit: Visit }) {
  const tag = visit.language ?? "fr";
  return (
    <ul class="marks">
      {visit.priority && visit.priority !== "standard" && (
        <li class={`mark-chip mark-${visit.priority}`}>
          {t(`desk.priority.${visit.priority}`)}
        </li>
      )}
      {(visit.persons ?? 1) > 1 && (
        <li class="mark-chip">
          {t("desk.persons", { count: visit.persons ?? 1 })}
        </li>
      )}
      {visit.wanted && (
        <li class="mark-chip">
          {t("desk.wants", { counter: counterName(desk, visit.wanted) })}
        </li>
      )}
      {tag !== "fr" && <li class="mark-chip">{languageName(tag)}</li>}
      {visit.channel && (
        <li class="mark-plain">{t(`desk.channel.${visit.channel}`)}</li>
      )}
    </ul>
  );
}

interface VisitNumberProps {
  visit: Visit;
  onDetails(visit: Visit): void;
}

/** The number of a row, which opens everything about the visit. */
export function VisitNumber({ visit, onDetails }: VisitNumberProps) {
  const number = calledIn(visit);
  return (
    <button
      type="button" class="row-number" data-kind="details"
      aria-label={`${number}, ${t("desk.more_for", { number })}`}
      onClick={() => onDetails(visit)}
    >{visit.number || timeOf(visit)}</button>
  );
}

/** "12 min", anew by itself. */
export function Waited({ since }: { since: number | undefined }) {
  const now = useNow(10_000);
  return <>{asMinutes(minutesSince(since, now))}</>;
}

interface FootProps {
  said: Said | null;
  undoable: Visit | null;
  busy: boolean;
  onUndo(visit: Visit): void;
  onClose(): void;
}

/** Who has not come has no number. */
export function calledIn(visit: Visit): string {
  return visit.number || t("expected.number", { time: timeOf(visit) });
}

const undone: Record<string, string> = {
  visit_called: "call_visit",
  visit_finished: "finish",
  visit_missed: "mark_absent",
  visit_transferred: "transfer",
  visit_cancelled: "cancel",
  visit_arrived: "arrive",
  visit_no_show: "mark_absent",
};

/** What came of the newest command, and Undo for as long as it helps. */
export function Foot({ said, undoable, busy, onUndo, onClose }: FootProps) {
  const step = undoable?.undo && undone[undoable.undo.step];
  const number = undoable ? calledIn(undoable) : "";
  const text = step
    ? t(`desk.done.${step}` as "desk.done.finish", { number }) : "";
  const news = said?.tone === "good" && said.text !== text ? said.text : "";
  return (
    <div class="foot">
      <div role="alert">
        {said?.tone === "bad" && (
          <div class="toast toast-bad">
            <p>{said.text}</p>
            <button type="button" class="toast-button" onClick={onClose}>
              {t("desk.close")}
            </button>
          </div>
        )}
      </div>
      <p role="status" class={news ? "toast" : ""}>{news}</p>
      <div class={text ? "toast" : ""}>
        <p role="status">{text}</p>
        {undoable && step && (
          <UndoButton visit={undoable} busy={busy} onUndo={onUndo} />
        )}
      </div>
    </div>
  );
}

interface UndoProps {
  visit: Visit;
  busy: boolean;
  onUndo(visit: Visit): void;
}

function UndoButton({ visit, busy, onUndo }: UndoProps) {
  const now = useNow(250);
  const left = (visit.undo?.until ?? 0) - now;
  const seconds = Math.max(1, Math.round(left / 1000));
  return (
    <button
      type="button" class="toast-button" aria-disabled={busy || undefined}
      aria-keyshortcuts="U" data-step="undo" onClick={() => onUndo(visit)}
    >
      <span>{t("desk.step.undo")}</span>
      <span class="toast-time" aria-hidden="true">
        {t("desk.undo_within", { seconds })}
      </span>
      <Key of="undo" />
    </button>
  );
}
