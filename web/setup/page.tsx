// "/setup/{office}": a new kind of slot from a template, looked at before
// anybody can book it, published in one step, and taken back in another.

import { useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { useFetched } from "../shared/fetched.ts";
import { pick, t } from "../shared/i18n.ts";
import { forAdministrators, signOut } from "../shared/session.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Notice, Problem, Waiting } from "../shared/ui.tsx";
import { ChooseTemplate } from "./choose.tsx";
import { DraftCard } from "./draft.tsx";
import { FillIn } from "./fill_in.tsx";
import { RestoreCard } from "./restore.tsx";
import { everythingOf, type Drafts, type Everything } from "./setup.ts";
import "./setup.css";

function Page() {
  const office = officeHere();
  const { value, problem } = useFetched(
    () => forAdministrators(office, everythingOf), office);
  return (
    <Shell title={t("title.setup")} look="setup" tools={<Tools id={office} />}>
      {!value && !problem && <Waiting />}
      {(problem || value?.refused) && <div class="stack">
        <h1>{t("title.setup")}</h1>
        <Problem problem={problem} />
        {value?.refused && <Notice tone="bad">{t("setup.no_right")}</Notice>}
      </div>}
      {value?.refused === false && <SetUp office={office} all={value.all} />}
    </Shell>
  );
}

function Tools({ id }: { id: string }) {
  const leave = () => signOut().finally(() => location.assign("/login/"));
  return (
    <>
      <a class="tool" href={`/desk/${encodeURIComponent(id)}`}>
        {t("desk.to_desk")}
      </a>
      <button type="button" class="tool" onClick={leave}>
        {t("desk.sign_off")}
      </button>
    </>
  );
}

interface SetUpProps {
  office: string;
  all: Everything;
}

function SetUp({ office, all }: SetUpProps) {
  const [drafts, setDrafts] = useState<Drafts>(all.drafts);
  const [chosen, choose] = useState<string | null>(null);
  const [said, say] = useState<"published" | "restored" | null>(null);
  const template = all.templates.find(({ id }) => id === chosen);
  const show = (now: Drafts, what: typeof said = null) => {
    setDrafts(now);
    say(what);
    choose(null);
    scrollTo(0, 0);
  };
  return (
    <>
      <p class="place">{pick(all.inForce.name)}</p>
      {said && <Said what={said} office={office} />}
      {template
        ? <FillIn
          key={template.id} office={office} template={template}
          inForce={all.inForce} draft={drafts.draft}
          back={() => choose(null)} kept={show}
        />
        : <>
          {drafts.draft && <DraftCard
            office={office} draft={drafts.draft}
            dropped={show} published={(now) => show(now,
              now.draft ? null : "published")}
          />}
          {!drafts.draft && drafts.restorable && <RestoreCard
            office={office} outcome={drafts.restoring!}
            done={(now) => show(now, "restored")}
          />}
          <ChooseTemplate
            templates={all.templates} choose={choose}
            isFirst={!drafts.draft && !drafts.restorable}
          />
        </>}
    </>
  );
}

function Said({ what, office }: {
  what: "published" | "restored"; office: string;
}) {
  return (
    <Notice tone="good">
      <p>{t(what === "published" ? "setup.published" : "setup.restored")}</p>
      {what === "published" && <p>
        <a href={`/book/${encodeURIComponent(office)}`}>
          {t("setup.see_booking")}
        </a>
      </p>}
    </Notice>
  );
}

mount(() => <Page />);
