// /campaigns/{office}: a supervisor calls many appointments off: choose, look
// at who is meant, decide, and see what becomes of each person.

import { useEffect, useRef, useState } from "preact/hooks";
import { get, post, useAction } from "../shared/api.ts";
import { serverNow } from "../shared/clock.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { mount } from "../shared/shell.tsx";
import { Button, Notice, Problem, Waiting } from "../shared/ui.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { supervises } from "../staff/topic.ts";
import type { Campaigns, Choices, Filter, Preview } from "./campaign.ts";
import { FilterForm } from "./filter_form.tsx";
import { PreviewStep } from "./preview.tsx";
import { ReportStep } from "./report.tsx";
import "../staff/staff.css";
import "./campaigns.css";

type Step = "all" | "filter" | "preview" | { report: string };

function CampaignsPage({ id, member }: Here) {
  const [step, go] = useState<Step>("all");
  const all = useFetched(
    () => get<Campaigns>(`/offices/${id}/campaigns`), `${id} ${step === "all"}`,
  );
  const known = useRef<Choices | null>(null);
  known.current = all.value?.choices ?? known.current;
  if (!supervises(member.role))
    return <Notice tone="bad">{t("campaigns.only_supervisors")}</Notice>;
  if (!known.current)
    return all.problem ? <Problem problem={all.problem} /> : <Waiting />;
  const choices = known.current;
  return (
    <div class="campaigns">
      {step === "all" && <All campaigns={all.value} onGo={go} />}
      {(step === "filter" || step === "preview") && (
        <CallOff {...{ office: id, choices, step }} onGo={go} />
      )}
      {typeof step === "object" && (
        <ReportStep
          office={id} id={step.report} choices={choices}
          onBack={() => go("all")}
        />
      )}
    </div>
  );
}

interface AllProps {
  campaigns: Campaigns | null;
  onGo(step: Step): void;
}

function All({ campaigns, onGo }: AllProps) {
  return (
    <div class="stack">
      <Button look="main" onClick={() => onGo("filter")}>
        {t("campaigns.new")}
      </Button>
      <section class="card" aria-labelledby="all-title">
        <h2 id="all-title">{t("campaigns.list")}</h2>
        {!campaigns && <Waiting />}
        {campaigns?.campaigns.length === 0 && <p>{t("campaigns.none")}</p>}
        <ul>
          {campaigns?.campaigns.map(({ id, reason, count, open }) => (
            <li key={id}>
              <button
                type="button" class="tool"
                onClick={() => onGo({ report: id })}
              >{reason}</button>{" "}
              <span class="soft">
                {t("campaigns.meant", { count })} –{" "}
                {t(open ? "campaigns.open" : "campaigns.ended")}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

interface CallOffProps {
  office: string;
  choices: Choices;
  step: "filter" | "preview";
  onGo(step: Step): void;
}

const shownAtOnce = 100;

function CallOff({ office, choices, step, onGo }: CallOffProps) {
  const [filter, change] = useState<Filter>(tomorrow);
  const [preview, show] = useState<Preview | null>(null);
  const looking = useAction(async (_key, from: Preview | null) => {
    const more = await post<Preview>(`/offices/${office}/campaigns/preview`, {
      of: filter, first: from?.people.length ?? 0, most: shownAtOnce,
    });
    show({ ...more, people: [...from?.people ?? [], ...more.people] });
    onGo("preview");
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [step]);
  return (
    <section class="stack" aria-labelledby="new-title">
      <h2 id="new-title" ref={heading} tabIndex={-1}>{t("campaigns.new")}</h2>
      <Problem problem={looking.problem} />
      {step === "filter" && (
        <>
          <FilterForm
            {...{ choices, filter }} busy={looking.busy} onChange={change}
            onPreview={() => void looking.start(null)}
          />
          <Button look="quiet" onClick={() => onGo("all")}>
            {t("campaigns.back")}
          </Button>
        </>
      )}
      {step === "preview" && preview && (
        <PreviewStep
          {...{ office, choices, filter, preview }} busy={looking.busy}
          onMore={() => void looking.start(preview)}
          onBack={() => onGo("filter")}
          onDone={(report) => onGo({ report })}
        />
      )}
    </section>
  );
}

function tomorrow(): Filter {
  const day = new Date(serverNow() + 86_400_000).toISOString().slice(0, 10);
  return {
    first: day, last: day, from: 0, to: 1440, sites: [], services: [],
    resources: [],
  };
}

mount(() => (
  <StaffPage title={t("title.campaigns")} page="campaigns">
    {(here) => <CampaignsPage {...here} />}
  </StaffPage>
));
