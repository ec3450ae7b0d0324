// The few things that a template asks for, and beside them what would come of
// it: asked anew whenever something changes, so that nobody publishes blindly.

import { useEffect, useRef, useState } from "preact/hooks";
import { Refusal, useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { remember } from "../shared/storage.ts";
import { Button, Problem } from "../shared/ui.tsx";
import { ParameterField } from "./fields.tsx";
import { OutcomeView, problemText } from "./outcome.tsx";
import {
  everythingOf, keepDraft, tried, type Draft, type Drafts, type InForce,
  type Outcome, type Parameter, type Template,
} from "./setup.ts";
import {
  groupOf, newSite, order, valuesOf, wishFor, type Group, type Values,
} from "./values.ts";

interface FillInProps {
  office: string;
  template: Template;
  inForce: InForce;
  draft: Draft | null; // That this one would replace.
  back(): void;
  kept(now: Drafts): void;
}

export function FillIn(props: FillInProps) {
  const { office, template, inForce, draft, back, kept } = props;
  const sites = inForce.booking?.sites ?? [];
  const [values, setValues] = useState<Values>(() => startOf(template, sites));
  const { outcome, problem, busy } = useTrial(office, template, values);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const keeping = useAction(async (key: string, sent: Values) => {
    const link = await keepDraft(
      office, wishFor(template, sent), draft?.number ?? 0, key);
    const { drafts } = await everythingOf(office);
    remember(`preview.${office}`, { number: drafts.draft?.number, link });
    kept(drafts);
  });
  const wrong = outcome?.problems ?? [];
  const isReady = outcome !== null && wrong.length === 0 && !outcome.in_use;
  return (
    <form
      class="columns" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void keeping.start(values);
      }}
    >
      <div class="stack form">
        <div class="question">
          <h1 ref={heading} tabIndex={-1}>{pick(template.name)}</h1>
          <p class="lead">{pick(template.about)}</p>
        </div>
        {order.map((group) => <Fields
          key={group} {...{ group, template, values, sites }}
          errorOf={(id) => errorOf(wrong, id)}
          change={(id, value) => setValues({ ...values, [id]: value })}
        />)}
      </div>
      <section class="trial" aria-labelledby="trial" aria-busy={busy}>
        <h2 id="trial">{t("setup.trial")}</h2>
        <Problem problem={problem} />
        {outcome && <OutcomeView outcome={outcome} zone={inForce.zone} />}
      </section>
      <div class="stack foot">
        <Problem problem={keeping.problem} />
        <Button
          type="submit" look="main" wide busy={keeping.busy}
          disabled={!isReady}
        >{t("setup.keep")}</Button>
        <p class="hint">{t(draft ? "setup.keep_replaces" : "setup.keep_hint")}
        </p>
        <Button look="quiet" onClick={back}>{t("page.back")}</Button>
      </div>
    </form>
  );
}

function startOf(template: Template, sites: InForceSites): Values {
  const values = valuesOf(template);
  if (sites.length === 0) values.where = newSite;
  return values;
}

type InForceSites = NonNullable<NonNullable<InForce["booking"]>["sites"]>;

/** Asks a moment after the last change. */
function useTrial(office: string, template: Template, values: Values) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(true);
  const newest = useRef(0);
  useEffect(() => {
    const mine = ++newest.current;
    setBusy(true);
    const ask = () => tried(office, wishFor(template, values)).then(
      (told) => {
        if (mine !== newest.current) return;
        setOutcome(told);
        setProblem(null);
        setBusy(false);
      },
      (why) => {
        if (!(why instanceof Refusal)) throw why;
        if (mine !== newest.current) return;
        setProblem(why);
        setBusy(false);
      },
    );
    const timer = setTimeout(ask, outcome ? 350 : 0);
    return () => clearTimeout(timer);
  }, [JSON.stringify(values)]);
  return { outcome, problem, busy };
}

function errorOf(wrong: Outcome["problems"], id: string) {
  const found = wrong.find(({ where }) => where === `parameters.${id}`);
  return found && problemText(found.what);
}

interface FieldsProps {
  group: Group;
  template: Template;
  values: Values;
  sites: InForceSites;
  errorOf(id: string): string | undefined;
  change(id: string, value: unknown): void;
}

function Fields(props: FieldsProps) {
  const { group, template, values, sites, errorOf, change } = props;
  const isShown = ({ id }: Parameter) =>
    !id.endsWith("_name") || values[id.slice(0, -5)] === newSite;
  const shown = template.parameters
    .filter((one) => groupOf(one) === group && isShown(one));
  if (shown.length === 0) return null;
  const fields = shown.map((one) => <ParameterField
    key={one.id} of={one} value={values[one.id]} sites={sites}
    error={errorOf(one.id)} change={(value) => change(one.id, value)}
  />);
  if (group === "more")
    return (
      <details class="more" open={shown.some(({ id }) => errorOf(id))}>
        <summary>{t("setup_group.more")}</summary>
        <div class="stack">{fields}</div>
      </details>
    );
  return (
    <fieldset class={`part part-${group}`}>
      <legend>{t(`setup_group.${group}`)}</legend>
      <div class="part-fields">{fields}</div>
    </fieldset>
  );
}
