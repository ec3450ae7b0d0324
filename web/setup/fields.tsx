// One field for each kind of parameter.

import type { ComponentChildren } from "preact";
import { language, languages, pick, t, type Key, type Words }
  from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { middayOf } from "../shared/zoned.ts";
import type { Parameter, Site } from "./setup.ts";
import { newSite, partsOf } from "./values.ts";

interface FieldProps {
  of: Parameter;
  value: unknown;
  error: string | undefined;
  sites: Site[];
  change(value: unknown): void;
}

type Typed = { currentTarget: { value: string } };

export function ParameterField(props: FieldProps) {
  switch (props.of.kind) {
    case "text": return <TextFields {...props} />;
    case "number": return <Input {...props} type="number" />;
    case "day": return <Input {...props} type="date" />;
    case "weekdays": return <Weekdays {...props} />;
    case "hours": return <Hours {...props} />;
    case "site": return <SiteField {...props} />;
    case "names": return <Names {...props} />;
    default: return <Input {...props} type="text" />;
  }
}

export function labelOf({ id }: Parameter): string {
  return t(`setup_parameter.${id}` as Key);
}

const explained = ["gauge", "places", "staff_places", "limit", "counters",
  "prefix", "id", "every", "names", "last_second", "waiting"];

function hintOf({ id, kind }: Parameter): { hint?: string } {
  const about = kind === "names" ? "names" : id;
  return explained.includes(about)
    ? { hint: t(`setup_hint.${about}` as Key) } : {};
}

function Input({ of, value, error, change, type }: FieldProps & {
  type: "number" | "date" | "text";
}) {
  const isNumber = type === "number";
  return (
    <Field label={labelOf(of)} error={error} {...hintOf(of)}>
      {(ids) => <input
        {...ids} {...{ type } as { type: "text" }} name={of.id} value={`${value ?? ""}`} required
        aria-invalid={error !== undefined}
        {...(isNumber && { min: of.least, max: of.most })}
        onInput={(event: Typed) => {
          const typed = event.currentTarget.value;
          change(isNumber && typed !== "" ? Number(typed) : typed);
        }}
      />}
    </Field>
  );
}

/** In French, and below it in English. */
function TextFields({ of, value, error, change }: FieldProps) {
  const words = value as Words;
  const isLong = of.id === "bring";
  return (
    <div class="both">
      {(Object.keys(languages) as ("fr" | "en")[]).map((tag) => {
        const name = languages[tag].name;
        const typed = (event: Typed) =>
          change({ ...words, [tag]: event.currentTarget.value });
        return (
          <Field
            key={tag} label={`${labelOf(of)} (${name})`}
            error={tag === "fr" ? error : undefined}
          >
            {(ids) => isLong
              ? <textarea {...ids} lang={tag} rows={3} name={`${of.id}-${tag}`}
                value={words[tag] ?? ""} onInput={typed} />
              : <input {...ids} lang={tag} name={`${of.id}-${tag}`}
                value={words[tag] ?? ""} onInput={typed} />}
          </Field>
        );
      })}
    </div>
  );
}

function SiteField({ of, value, error, sites, change }: FieldProps) {
  return (
    <Field label={labelOf(of)} error={error}>
      {(ids) => <select
        {...ids} name={of.id} value={`${value}`}
        onChange={(event) => change(event.currentTarget.value)}
      >
        {sites.map(({ id, name }) => <option key={id} value={id}>
          {pick(name)}
        </option>)}
        <option value={newSite}>{t("setup.new_site")}</option>
      </select>}
    </Field>
  );
}

interface GroupProps {
  label: string;
  error: string | undefined;
  children: ComponentChildren;
}

function FieldGroup({ label, error, children }: GroupProps) {
  return (
    <fieldset class="group">
      <legend>{label}</legend>
      {children}
      <p class="field-error" role="alert">{error}</p>
    </fieldset>
  );
}

const week = ["monday", "tuesday", "wednesday", "thursday", "friday",
  "saturday", "sunday"];

function nameOfDay(index: number): string {
  return new Intl.DateTimeFormat(languages[language()].locale, {
    weekday: "long", timeZone: "UTC",
  }).format(middayOf(`2024-01-0${index + 1}`));
}

function Weekdays({ of, value, error, change }: FieldProps) {
  const days = value as string[];
  const toggle = (day: string) => change(week.filter((one) =>
    one === day ? !days.includes(day) : days.includes(one)));
  return (
    <FieldGroup label={labelOf(of)} error={error}>
      <div class="chips">
        {week.map((day, index) => <label key={day} class="chip">
          <input
            type="checkbox" checked={days.includes(day)}
            onChange={() => toggle(day)}
          />
          <span>{nameOfDay(index)}</span>
        </label>)}
      </div>
    </FieldGroup>
  );
}

function Hours({ of, value, error, change }: FieldProps) {
  const spans = value as string[];
  const set = (at: number, span: string) =>
    change(spans.map((one, index) => index === at ? span : one));
  return (
    <FieldGroup label={labelOf(of)} error={error}>
      {spans.map((span, at) => {
        const [from, to] = partsOf(span);
        return (
          <div class="span" key={at}>
            <input
              type="time" value={from} aria-label={t("setup.from")}
              onInput={(event: Typed) =>
                set(at, `${event.currentTarget.value}-${to}`)}
            />
            <span aria-hidden="true">–</span>
            <input
              type="time" value={to} aria-label={t("setup.to")}
              onInput={(event: Typed) =>
                set(at, `${from}-${event.currentTarget.value}`)}
            />
            {spans.length > 1 && <Button
              look="quiet"
              onClick={() => change(spans.filter((_, one) => one !== at))}
            >{t("setup.remove_hours")}</Button>}
          </div>
        );
      })}
      {spans.length < 3 && <Button
        look="quiet" onClick={() => change([...spans, "14:00-17:00"])}
      >{t("setup.add_hours")}</Button>}
    </FieldGroup>
  );
}

function Names({ of, value, error, change }: FieldProps) {
  return (
    <Field label={labelOf(of)} error={error} {...hintOf(of)}>
      {(ids) => <textarea
        {...ids} rows={3} name={of.id} defaultValue={(value as string[])
          .join("\n")}
        onInput={(event: Typed) => change(event.currentTarget.value
          .split("\n").map((name) => name.trim()).filter(Boolean))}
      />}
    </Field>
  );
}
