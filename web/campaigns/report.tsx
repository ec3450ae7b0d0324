// What became of each person, as long as somebody looks at it.

import { useEffect, useState } from "preact/hooks";
import { get, post, useAction } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Problem, Waiting } from "../shared/ui.tsx";
import type { Choices, Report } from "./campaign.ts";
import { People } from "./people.tsx";

interface ReportProps {
  office: string;
  id: string;
  choices: Choices;
  onBack(): void;
}

const everyMoment = 5000;
const shownAtOnce = 100;

export function ReportStep({ office, id, choices, onBack }: ReportProps) {
  const [shown, show] = useState(shownAtOnce);
  const path = `/offices/${office}/campaigns/${encodeURIComponent(id)}`;
  const { value, problem, again } = useFetched(
    () => report(path, shown), `${path} ${shown}`,
  );
  const [known, know] = useState<Report | null>(null);
  useEffect(() => {
    if (value) know(value);
  }, [value]);
  const isOpen = known?.open ?? false;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setInterval(again, everyMoment);
    return () => clearInterval(timer);
  }, [isOpen, shown]);
  if (!known) return problem ? <Problem problem={problem} /> : <Waiting />;
  return (
    <div class="stack">
      <Head report={known} />
      <div class="doings">
        <a class="button" href={`/api/v1${path}/report.csv`} download>
          {t("campaigns.table")}
        </a>
        {known.open && <EndList office={office} id={id} onDone={again} />}
        <Button look="quiet" onClick={onBack}>{t("campaigns.back")}</Button>
      </div>
      <Problem problem={problem} />
      <People
        label={t("title.campaigns")} people={known.people} choices={choices}
        count={known.count} busy={!value}
        onMore={() => show(shown + shownAtOnce)}
      />
    </div>
  );
}

// The server tells of at most 200 people at a time.
async function report(path: string, shown: number): Promise<Report> {
  const parts = [];
  for (let first = 0; first < shown; first += shownAtOnce)
    parts.push(await get<Report>(
      `${path}?first=${first}&most=${shownAtOnce}`));
  return { ...parts[0]!, people: parts.flatMap(({ people }) => people) };
}

const fates = ["postponed", "offered", "booked", "cancelled", "left"] as const;

function Head({ report }: { report: Report }) {
  const others = Object.entries(report.fates)
    .filter(([fate]) => !(fates as readonly string[]).includes(fate))
    .reduce((sum, [, count]) => sum + count, 0);
  return (
    <section class="card" aria-labelledby="report-title">
      <h2 id="report-title">{report.reason}</h2>
      <p class="soft">
        {t(report.open ? "campaigns.open" : "campaigns.ended")}
      </p>
      <dl class="facts" aria-live="polite">
        {fates.map((fate) => report.fates[fate] ? <div key={fate}>
          <dt>{t(`campaigns.fate.${fate}`)}</dt>
          <dd class="number">{report.fates[fate]}</dd>
        </div> : null)}
        {others > 0 && <div>
          <dt>{t("campaigns.fate.other")}</dt><dd class="number">{others}</dd>
        </div>}
      </dl>
      <p>{t("campaigns.unreachable", { count: report.unreachable })}</p>
      {report.skipped > 0
        && <p>{t("campaigns.skipped", { count: report.skipped })}</p>}
      {report.open
        && <p class="soft">{t("campaigns.kept_for", { id: report.id })}</p>}
    </section>
  );
}

function EndList(props: { office: string; id: string; onDone(): void }) {
  const [asking, ask] = useState(false);
  const ending = useAction(async (key) => {
    await post(`/offices/${props.office}/commands/end_list`,
      { campaign: props.id }, { key });
    ask(false);
    props.onDone();
  });
  return (
    <>
      <Button onClick={() => ask(true)}>{t("campaigns.end")}</Button>
      <Dialog
        open={asking} title={t("campaigns.end_sure")}
        onClose={() => ask(false)}
      >
        <p>{t("campaigns.end_hint")}</p>
        <Problem problem={ending.problem} />
        <div class="choices">
          <Button wide onClick={() => ask(false)}>{t("campaigns.back")}</Button>
          <Button
            wide look="danger" busy={ending.busy}
            onClick={() => void ending.start()}
          >{t("campaigns.end")}</Button>
        </div>
      </Dialog>
    </>
  );
}
