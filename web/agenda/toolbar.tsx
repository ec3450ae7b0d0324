// Above the agenda: which days, which columns, what of it, and where to.

import { pick, t } from "../shared/i18n.ts";
import { Field } from "../shared/ui.tsx";
import { dayInWords } from "../shared/zoned.ts";
import { Choice } from "../staff/forms.tsx";
import { serviceName } from "../staff/names.ts";
import type { Desk } from "../staff/topic.ts";
import { tableAddress, type Agenda } from "./agenda.ts";
import type { By, View } from "./layout.ts";
import type { ViewState } from "./use_view.ts";

interface ToolbarProps {
  office: string;
  desk: Desk;
  agenda: Agenda;
  view: ViewState;
  site: string;
  mayPlan: boolean; // Absences, calendars for others.
  open(what: "absence" | "feeds"): void;
}

/** By counter only where something stands at one. */
function waysToSee({ resources }: Agenda): By[] {
  return resources.some(({ counter }) => counter)
    ? ["service", "resource", "counter"] : ["service", "resource"];
}

export function Toolbar(props: ToolbarProps) {
  const { agenda, view } = props;
  const { first, last } = view.span;
  return (
    <div class="toolbar">
      <div class="toolbar-days">
        <button type="button" class="button button-small"
          aria-label={t("agenda.before")} onClick={() => view.leaf(-1)}
        >←</button>
        <button type="button" class="button button-small"
          aria-pressed={view.day === view.today}
          onClick={() => view.goTo(view.today)}
        >{t("agenda.today")}</button>
        <button type="button" class="button button-small"
          aria-label={t("agenda.after")} onClick={() => view.leaf(1)}
        >→</button>
        <h2 aria-live="polite">
          {first === last ? dayInWords(first)
            : `${dayInWords(first)} – ${dayInWords(last)}`}
        </h2>
        <Ways {...props} />
      </div>
      <div class="toolbar-how">
        <Choice<View>
          label={t("agenda.view")} value={view.view} onChange={view.setView}
          options={(["day", "week"] as const).map((value) =>
            ({ value, text: t(`agenda.${value}`) }))}
        />
        {view.view === "day" && (
          <Choice<By>
            label={t("agenda.by")} value={view.by} onChange={view.setBy}
            options={waysToSee(agenda).map((value) =>
              ({ value, text: t(`agenda.by_${value}`) }))}
          />
        )}
        <Filters {...props} />
      </div>
      {first < view.today && (
        <p class="soft toolbar-past">{t("agenda.past")}</p>
      )}
    </div>
  );
}

function Filters({ desk, agenda, view, site }: ToolbarProps) {
  const services = new Set([
    ...agenda.days.flatMap(({ open }) =>
      open.flatMap(({ services }) => services)),
    ...agenda.visits.map(({ service }) => service),
  ]);
  return (
    <>
      {agenda.sites.length > 1 && (
        <Select label={t("agenda.site")} value={site} onChange={view.setSite}
          options={agenda.sites.map(({ id, name }) => [id, pick(name)])} />
      )}
      <Select
        label={t("agenda.filter_service")} value={view.service}
        onChange={view.setService}
        options={[["", t("agenda.all")], ...[...services].map((id) =>
          [id, serviceName(desk, id)] as [string, string])]}
      />
      {agenda.resources.length > 0 && (
        <Select
          label={t("agenda.filter_resource")} value={view.resource}
          onChange={view.setResource}
          options={[["", t("agenda.everybody")],
            ...agenda.resources.map(({ id, name }) =>
              [id, pick(name)] as [string, string])]}
        />
      )}
    </>
  );
}

interface SelectProps {
  label: string;
  value: string;
  options: [string, string][];
  onChange(value: string): void;
}

function Select({ label, value, options, onChange }: SelectProps) {
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids} value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        >
          {options.map(([id, text]) => (
            <option key={id} value={id}>{text}</option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Out of the page: paper, spreadsheets, other calendars. */
function Ways({ office, view, mayPlan, open }: ToolbarProps) {
  return (
    <div class="toolbar-ways">
      <button type="button" class="button button-small" onClick={view.print}>
        {t("agenda.print")}
      </button>
      <a class="button button-small" download
        href={tableAddress(office, view.span)}>{t("agenda.csv")}</a>
      {mayPlan && (
        <>
          <button type="button" class="button button-small"
            onClick={() => open("absence")}>{t("agenda.absence")}</button>
          <button type="button" class="button button-small"
            onClick={() => open("feeds")}>{t("agenda.feeds")}</button>
        </>
      )}
    </div>
  );
}
