// Which appointments are meant: days, hours, and what else they must be.

import { pick, t, type Key } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { clockOf, minutesOf, type Choices, type Filter, type Named }
  from "./campaign.ts";

interface FormProps {
  choices: Choices;
  filter: Filter;
  busy: boolean;
  onChange(filter: Filter): void;
  onPreview(): void;
}

export function FilterForm(props: FormProps) {
  const { choices, filter, onChange } = props;
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const submit = (event: Event) => {
    event.preventDefault();
    props.onPreview();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <fieldset class="pair">
        <legend>{t("campaigns.days")}</legend>
        <Day
          label="campaigns.first" value={filter.first}
          onChange={(first) => set({
            first, last: filter.last < first ? first : filter.last,
          })}
        />
        <Day
          label="campaigns.last" value={filter.last} min={filter.first}
          onChange={(last) => set({ last })}
        />
      </fieldset>
      <fieldset class="pair">
        <legend>{t("campaigns.hours")}</legend>
        <Clock
          label="campaigns.from" value={filter.from ? filter.from : 1440}
          onChange={(clock) => set({ from: minutesOf(clock, 0) })}
        />
        <Clock
          label="campaigns.to" value={filter.to}
          onChange={(clock) => set({ to: minutesOf(clock, 1440) })}
        />
        <p class="hint">{t("campaigns.hours_hint")}</p>
      </fieldset>
      {(["sites", "services", "resources"] as const).map((kind) => (
        <Ticks
          key={kind} label={`campaigns.${kind}`} all={choices[kind]}
          ticked={filter[kind]} onChange={(ids) => set({ [kind]: ids })}
        />
      ))}
      <Button type="submit" look="main" busy={props.busy}>
        {t("campaigns.preview")}
      </Button>
    </form>
  );
}

interface InputProps {
  label: Key;
  value: string;
  min?: string;
  onChange(value: string): void;
}

function Day({ label, value, min, onChange }: InputProps) {
  return (
    <Field label={t(label)}>
      {(ids) => (
        <input
          {...ids} type="date" required value={value} min={min}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

function Clock({ label, value, onChange }: Omit<InputProps, "value"> & {
  value: number;
}) {
  return (
    <Field label={t(label)}>
      {(ids) => (
        <input
          {...ids} type="time" value={clockOf(value)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface TicksProps {
  label: Key;
  all: Named[];
  ticked: string[];
  onChange(ids: string[]): void;
}

function Ticks({ label, all, ticked, onChange }: TicksProps) {
  if (all.length === 0) return null;
  const toggle = (id: string) => onChange(
    ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id],
  );
  return (
    <fieldset class="ticks">
      <legend>{t(label)}</legend>
      <p class="hint">{t("campaigns.any")}</p>
      {all.map(({ id, name }) => (
        <label class="check" key={id}>
          <input
            type="checkbox" checked={ticked.includes(id)}
            onChange={() => toggle(id)}
          />
          {pick(name)}
        </label>
      ))}
    </fieldset>
  );
}
