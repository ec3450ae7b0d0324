// A start beyond the places there are: for who may, and with a reason.

import { useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { instantThere, timeThere } from "../shared/zoned.ts";
import { mayOverbook, type Site, type Start } from "./booking.ts";
import { Reason } from "./forms.tsx";
import { supervises, type Role } from "./topic.ts";

interface BeyondProps {
  site: Site;
  role: Role;
  day: string; // To begin with.
  at?: number; // The same, where a time is meant already.
  busy: boolean;
  choose(start: Start): void;
}

const common = [
  "when.beyond_emergency", "when.beyond_error", "when.beyond_asked",
] as const;

/** Give it the day as key. */
export function BeyondForm(props: BeyondProps) {
  const { site, role, busy, choose } = props;
  const [day, setDay] = useState(props.day);
  const [time, setTime] = useState(
    props.at ? timeThere(props.at, site.zone) : "");
  const [reason, give] = useState("");
  const [overGauge, exceed] = useState(false);
  const [tried, tryIt] = useState(false);
  if (!mayOverbook(role)) return null;
  const start = instantThere(day, time, site.zone);
  const send = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (start === null || !reason.trim()) return;
    choose({ start, beyond: { reason: reason.trim(), overGauge } });
  };
  return (
    <details class="beyond">
      <summary>{t("when.beyond")}</summary>
      <form class="beyond-form" onSubmit={send} noValidate>
        <p class="soft">{t("when.beyond_hint")}</p>
        <div class="beyond-pair">
          <Field label={t("when.beyond_day")}>
            {(ids) => (
              <input
                {...ids} type="date" value={day} required
                onInput={(event) => setDay(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t("when.beyond_time")}>
            {(ids) => (
              <input
                {...ids} type="time" value={time} required
                aria-invalid={tried && start === null ? true : undefined}
                onInput={(event) => setTime(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <Reason
          value={reason} common={common} onChange={give}
          error={tried && !reason.trim() ? t("desk.reason_needed") : undefined}
        />
        {supervises(role) && (
          <label class="check">
            <input
              type="checkbox" checked={overGauge}
              onChange={(event) => exceed(event.currentTarget.checked)}
            />
            {t("when.beyond_gauge")}
          </label>
        )}
        <Button type="submit" busy={busy}>{t("when.beyond_go")}</Button>
      </form>
    </details>
  );
}
