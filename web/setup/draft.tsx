// The draft that is kept: the link that shows it, and the step that publishes
// it, now or at a time.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { t, type Key } from "../shared/i18n.ts";
import { recall } from "../shared/storage.ts";
import { Button, Field, Notice, Problem } from "../shared/ui.tsx";
import { OutcomeView } from "./outcome.tsx";
import { dropDraft, publish, type Draft, type Drafts } from "./setup.ts";

interface DraftProps {
  office: string;
  draft: Draft;
  published(now: Drafts): void;
  dropped(now: Drafts): void;
}

export function DraftCard({ office, draft, published, dropped }: DraftProps) {
  const dropping = useAction(async (key: string) =>
    dropped(await dropDraft(office, draft.number, key)));
  const isOld = draft.since.length > 0;
  return (
    <section class="card draft" aria-labelledby="draft">
      <p class="tag">{t("setup.draft_tag")}</p>
      <h1 id="draft">{t("setup.draft_title")}</h1>
      <p class="lead">{t("setup.draft_lead")}</p>
      {draft.publish_at && <Notice tone="good">
        {t("setup.planned", { when: inWords(draft.publish_at) })}
      </Notice>}
      {draft.missed && <Notice tone="bad">
        {t("setup.missed")} {t(`refusal.${draft.missed}` as Key)}
      </Notice>}
      {isOld && <Notice tone="warn">{t("refusal.setup_has_changed")}</Notice>}
      <PreviewLink office={office} number={draft.number} />
      <OutcomeView outcome={draft.outcome} zone={zoneHere()} />
      <Problem problem={dropping.problem} />
      {!isOld && <Publishing {...{ office, draft, published }} />}
      <Button
        look="quiet" busy={dropping.busy} onClick={() => dropping.start()}
      >{t("setup.drop")}</Button>
    </section>
  );
}

function zoneHere(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function inWords(at: number): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, {
    dateStyle: "full", timeStyle: "short",
  }).format(at);
}

/** Known only to the browser that kept the draft: the server has its hash. */
function PreviewLink({ office, number }: { office: string; number: number }) {
  const known = recall<{ number: number; link: string }>(`preview.${office}`);
  const [copied, copy] = useState(false);
  if (known?.number !== number)
    return <p class="soft">{t("setup.link_elsewhere")}</p>;
  const address = `${location.origin}/book/${encodeURIComponent(office)}`
    + `/#preview=${known.link}`;
  const onCopy = () => navigator.clipboard?.writeText(address)
    .then(() => copy(true), () => copy(false));
  return (
    <div class="link">
      <p>{t("setup.link_hint")}</p>
      <div class="link-row">
        <a class="button" href={address} target="_blank" rel="noopener">
          {t("setup.open_preview")}
        </a>
        {navigator.clipboard && <Button onClick={onCopy}>
          {t(copied ? "setup.copied" : "setup.copy")}
        </Button>}
      </div>
      <p class="hidden" role="status">{copied ? t("setup.copied") : ""}</p>
    </div>
  );
}

function Publishing({ office, draft, published }: Omit<DraftProps, "dropped">) {
  const [when, setWhen] = useState("");
  const publishing = useAction(async (key: string, at: number | null) =>
    published(await publish(office, draft.number, at, key)));
  const later = Date.parse(when);
  const isBlocked = draft.outcome.in_use;
  return (
    <div class="stack publishing">
      <Problem problem={publishing.problem} />
      <Button
        look="main" wide busy={publishing.busy} disabled={isBlocked}
        onClick={() => publishing.start(null)}
      >{t("setup.publish")}</Button>
      <details class="more">
        <summary>{t("setup.publish_later")}</summary>
        <div class="stack">
          <Field label={t("setup.publish_when")} hint={t("setup.when_hint")}>
            {(ids) => <input
              {...ids} type="datetime-local" value={when}
              onInput={(event) => setWhen(event.currentTarget.value)}
            />}
          </Field>
          <Button
            wide busy={publishing.busy}
            disabled={isBlocked || !(later > Date.now())}
            onClick={() => publishing.start(later)}
          >{t("setup.plan")}</Button>
        </div>
      </details>
    </div>
  );
}
