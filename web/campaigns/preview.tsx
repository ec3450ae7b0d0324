// Who is meant, and then the decision: asked twice, for nothing undoes it.

import { useState } from "preact/hooks";
import { post, useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Field, Notice, Problem } from "../shared/ui.tsx";
import type { Choices, Filter, Preview } from "./campaign.ts";
import { People } from "./people.tsx";

interface PreviewProps {
  office: string;
  choices: Choices;
  filter: Filter;
  preview: Preview;
  busy: boolean;
  onMore(): void;
  onBack(): void;
  onDone(campaign: string): void;
}

export function PreviewStep(props: PreviewProps) {
  const { preview } = props;
  if (preview.count === 0)
    return (
      <div class="stack">
        <Notice tone="warn">{t("campaigns.nobody")}</Notice>
        <Button onClick={props.onBack}>{t("campaigns.back")}</Button>
      </div>
    );
  return (
    <div class="stack">
      <Notice>
        <p><strong>{t("campaigns.meant", { count: preview.count })}</strong></p>
        <p>{t("campaigns.unreachable", { count: preview.unreachable })}</p>
      </Notice>
      <Decision {...props} />
      <People
        label={t("campaigns.meant", { count: preview.count })}
        people={preview.people} choices={props.choices} count={preview.count}
        busy={props.busy} onMore={props.onMore}
      />
    </div>
  );
}

const orders = ["by_start", "by_booking", "by_lot"] as const;

function Decision(props: PreviewProps) {
  const { filter, preview } = props;
  const mayClose = filter.services.length === 0;
  const [reason, say] = useState("");
  const [vouchers, give] = useState(true);
  const [close, setClose] = useState(mayClose);
  const [by, order] = useState<typeof orders[number]>("by_start");
  const [hours, keep] = useState(24);
  const [tried, tryIt] = useState(false);
  const [asking, ask] = useState(false);
  const calling = useAction(async (key) => {
    const [seed] = crypto.getRandomValues(new Uint32Array(1));
    const done = await post<{ campaign: string }>(
      `/offices/${props.office}/campaigns`, {
        of: filter, reason: reason.trim(), vouchers, close: close && mayClose,
        terms: { by, seed, hold_hours: hours }, seen: preview.seen,
      }, { key });
    props.onDone(done.campaign);
  });
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (reason.trim()) ask(true);
  };
  return (
    <form class="card stack" onSubmit={submit} noValidate>
      <Field
        label={t("campaigns.reason")}
        error={tried && !reason.trim() ? t("campaigns.reason_needed")
          : undefined}
      >
        {(ids) => (
          <input
            {...ids} type="text" maxLength={200} value={reason} required
            autocomplete="off"
            onInput={(event) => say(event.currentTarget.value)}
          />
        )}
      </Field>
      <label class="check">
        <input
          type="checkbox" checked={close && mayClose} disabled={!mayClose}
          onChange={(event) => setClose(event.currentTarget.checked)}
        />
        {t("campaigns.close")}
      </label>
      {!mayClose && <p class="hint">{t("campaigns.close_hint")}</p>}
      <label class="check">
        <input
          type="checkbox" checked={vouchers}
          onChange={(event) => give(event.currentTarget.checked)}
        />
        {t("campaigns.vouchers")}
      </label>
      {vouchers && <div class="pair">
        <Field label={t("campaigns.order")}>
          {(ids) => (
            <select
              {...ids} value={by}
              onChange={(event) =>
                order(event.currentTarget.value as typeof by)}
            >
              {orders.map((one) => (
                <option key={one} value={one}>{t(`campaigns.${one}`)}</option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t("campaigns.hold_hours")}>
          {(ids) => (
            <input
              {...ids} type="number" min={1} max={240} value={hours}
              onInput={(event) =>
                keep(Number(event.currentTarget.value) || 24)}
            />
          )}
        </Field>
      </div>}
      <div class="doings">
        <Button type="submit" look="danger">{t("campaigns.go")}</Button>
        <Button look="quiet" onClick={props.onBack}>
          {t("campaigns.back")}
        </Button>
      </div>
      <Dialog
        open={asking} title={t("campaigns.sure")} onClose={() => ask(false)}
      >
        <p>{t("campaigns.meant", { count: preview.count })}</p>
        <p>{t("campaigns.sure_hint")}</p>
        <Problem problem={calling.problem} />
        <div class="choices">
          <Button wide onClick={() => ask(false)}>{t("campaigns.keep")}</Button>
          <Button
            wide look="danger" busy={calling.busy}
            onClick={() => void calling.start()}
          >{t("campaigns.go")}</Button>
        </div>
      </Dialog>
    </form>
  );
}
