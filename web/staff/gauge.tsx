// People inside, on the staff's pages: live, counted at the door, put right,
// and how many may be inside today.

import { useState } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { Button, Dialog, Field, Notice } from "../shared/ui.tsx";
import { roomAt, siteOf } from "./gauge.ts";
import type { Here } from "./staff_page.tsx";
import { supervises } from "./topic.ts";
import "./gauge.css";

interface GaugeCardProps {
  here: Here;
  counter: string | null; // Where the viewer may call somebody.
}

export function GaugeCard({ here, counter }: GaugeCardProps) {
  const { desk } = here;
  const [opened, open] = useState<string | null>(null);
  const sites = Object.keys(desk.setup.sites ?? {});
  if (sites.length === 0) return null;
  return (
    <section class="card aside" aria-labelledby="gauge-title">
      <h2 id="gauge-title">{t("gauge.title")}</h2>
      <ul class="gauge-rows">
        {sites.map((site) => (
          <SiteRow
            key={site} here={here} site={site}
            named={sites.length > 1} onOpen={() => open(site)}
          />
        ))}
      </ul>
      <GaugeDialog
        here={here} site={opened} counter={counter}
        onClose={() => open(null)}
      />
    </section>
  );
}

interface SiteRowProps {
  here: Here;
  site: string;
  named: boolean;
  onOpen(): void;
}

function SiteRow({ here, site, named, onOpen }: SiteRowProps) {
  const { desk, office, offline } = here;
  const { inside, most } = siteOf(desk, site);
  const name = pick(desk.setup.sites?.[site]?.name);
  const isFull = most !== undefined && inside >= most;
  const count = (by: number) => office.want(`count ${site} ${by}`, () =>
    void office.ask("count_inside", { site, by }, () => ""));
  return (
    <li class="gauge-row" data-site={site}>
      {named && <span class="gauge-name">{name}</span>}
      <p class={`gauge-now number${isFull ? " gauge-now-full" : ""}`}
        role="status">
        <span aria-hidden="true">
          {most === undefined ? inside : `${inside} / ${most}`}
        </span>
        <span class="hidden">
          {most === undefined ? t("gauge.said_open", { inside })
            : t("gauge.said", { inside, most })}
        </span>
      </p>
      <div class="gauge-do">
        {([-1, 1] as const).map((by) => (
          <button
            type="button" class="button button-small" key={by}
            aria-label={t(by < 0 ? "gauge.one_out" : "gauge.one_in")}
            aria-disabled={offline || office.busy !== null || undefined}
            onClick={() => offline || count(by)}
          >{by < 0 ? "−1" : "+1"}</button>
        ))}
        <button
          type="button" class="button button-small" onClick={onOpen}
        >{t("gauge.change")}{named && <span class="hidden"> {name}</span>}
        </button>
      </div>
    </li>
  );
}

interface GaugeDialogProps extends GaugeCardProps {
  site: string | null;
  onClose(): void;
}

function GaugeDialog({ here, site, counter, onClose }: GaugeDialogProps) {
  const { desk, office, member } = here;
  const isBoss = supervises(member.role);
  const stands = counter !== null
    && desk.setup.counters[counter]?.site === site;
  return (
    <Dialog open={site !== null} title={t("gauge.title")} onClose={onClose}>
      {site !== null && (
        <>
          {office.said?.tone === "bad" && (
            <Notice tone="bad" urgent>{office.said.text}</Notice>
          )}
          <NumberForm
            here={here} label={t("gauge.counted")} hint={t("gauge.counted_hint")}
            first={siteOf(desk, site).inside} go={t("gauge.counted_go")}
            onSend={(persons) => ask("set_inside", { site, persons })}
          />
          {isBoss && <DayForm here={here} site={site}
            onSend={(most) => ask("set_gauge", { site, most })} />}
          {isBoss && stands && counter !== null && roomAt(desk, site) < 1 && (
            <OverForm here={here} onSend={(reason) =>
              ask("call_next", { counter, over_gauge: true, reason })} />
          )}
          <Button look="quiet" onClick={onClose}>{t("desk.close")}</Button>
        </>
      )}
    </Dialog>
  );

  function ask(command: string, fields: object) {
    office.want(`${command} ${JSON.stringify(fields)}`, async () => {
      const answer = await office.ask(command, fields, (visit) =>
        visit ? t("desk.done.call_visit", { number: visit.number })
          : t("gauge.done"));
      if (answer.went) onClose();
    });
  }
}

interface NumberFormProps {
  here: Here;
  label: string;
  hint: string;
  first: number;
  go: string;
  onSend(value: number): void;
}

function NumberForm({ here, label, hint, first, go, onSend }: NumberFormProps) {
  const [value, setValue] = useState(String(first));
  const isNumber = /^\d{1,5}$/.test(value.trim());
  const send = (event: Event) => {
    event.preventDefault();
    if (isNumber) onSend(Number(value));
  };
  return (
    <form class="gauge-form" onSubmit={send} noValidate>
      <Field label={label} hint={hint}
        error={isNumber ? undefined : t("gauge.needs_number")}>
        {(ids) => (
          <input
            {...ids} type="text" inputMode="numeric" autocomplete="off"
            maxLength={5} value={value}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={here.office.busy !== null}>{go}</Button>
    </form>
  );
}

interface DayFormProps {
  here: Here;
  site: string;
  onSend(most: number): void;
}

function DayForm({ here, site, onSend }: DayFormProps) {
  const { desk } = here;
  const usual = desk.setup.sites?.[site]?.gauge ?? 0;
  const { most } = siteOf(desk, site);
  const changed = (most ?? 0) !== usual;
  return (
    <div>
      <NumberForm
        here={here} label={t("gauge.most_today")} hint={t("gauge.most_hint")}
        first={most ?? usual} go={t("gauge.most_go")} onSend={onSend}
      />
      {changed && (
        <Button look="quiet" onClick={() => onSend(-1)}>
          {usual > 0 ? t("gauge.as_usual", { most: usual })
            : t("gauge.no_limit")}
        </Button>
      )}
    </div>
  );
}

interface OverFormProps {
  here: Here;
  onSend(reason: string): void;
}

function OverForm({ here, onSend }: OverFormProps) {
  const [reason, setReason] = useState("");
  const [asked, ask] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    ask(true);
    if (reason.trim()) onSend(reason.trim());
  };
  return (
    <form class="gauge-form" onSubmit={send} noValidate>
      <Field label={t("gauge.over_reason")} hint={t("gauge.over_hint")}
        error={asked && !reason.trim() ? t("gauge.needs_reason") : undefined}>
        {(ids) => (
          <input
            {...ids} type="text" autocomplete="off" maxLength={200}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button type="submit" look="danger" busy={here.office.busy !== null}>
        {t("gauge.over_go")}
      </Button>
    </form>
  );
}
