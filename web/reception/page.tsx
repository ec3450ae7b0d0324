// /reception/{office}: tickets for who has no phone, finding people, and the
// whole line at a glance.

import { useState } from "preact/hooks";
import { useNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import { mount } from "../shared/shell.tsx";
import { recall, remember } from "../shared/storage.ts";
import { Button } from "../shared/ui.tsx";
import { undoableOf } from "../staff/actions.ts";
import { Aside, Counters } from "../staff/aside.tsx";
import { ExpectedCard } from "../staff/expected.tsx";
import { GaugeCard } from "../staff/gauge.tsx";
import { useKeptFocus, useShortcuts } from "../staff/keyboard.ts";
import { LineView } from "../staff/line_view.tsx";
import { Foot } from "../staff/parts.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { StepDialog, type Opened } from "../staff/step_dialog.tsx";
import { useSteps } from "../staff/steps.ts";
import { supervises } from "../staff/topic.ts";
import { VoucherCard } from "../staff/voucher.tsx";
import { useFinder } from "./found.tsx";
import { Made } from "./made.tsx";
import { ScreensDialog } from "./screens.tsx";
import { TicketForm, type Taken } from "./ticket_form.tsx";
import "../staff/staff.css";
import "../staff/line.css";
import "../staff/when.css";
import "./reception.css";

const recentShown = 5;

function ReceptionPage(here: Here) {
  const { desk, member, office, offline } = here;
  const viewer = { agent: member.name, role: member.role, counter: null };
  const [opened, open] = useState<Opened | null>(null);
  const [pairing, pair] = useState(false);
  const steps = useSteps(here, viewer, open);
  const finder = useFinder({
    here, viewer, onPress: steps.press,
    onDetails: (visit) => open({ visit, step: "all" }),
  });
  const tickets = useTickets();
  const now = useNow(1000);
  const undoable = undoableOf(desk, office.touched, { ...viewer, now });
  useKeptFocus([".made button", ".ticket-form input:checked"]);

  useShortcuts((wanted) => {
    if (wanted === "call_next") tickets.again();
    else if (wanted === "undo") steps.press("undo");
    else if (wanted === "search") focusOn("#line-search");
    else return false;
    return true;
  });

  return (
    <div class="reception">
      <div class="reception-main">
        <section class="card" aria-labelledby="ticket-title">
          <h2 id="ticket-title">{t("reception.new_ticket")}</h2>
          {tickets.shown
            ? (
              <Made
                key={tickets.shown.visit.id} desk={desk} taken={tickets.shown}
                printsAtOnce={tickets.isNew && tickets.printsAtOnce}
                onAgain={tickets.again}
              />
            )
            : <TicketForm {...here} onTaken={tickets.add} />}
          <label class="check">
            <input
              type="checkbox" checked={tickets.printsAtOnce}
              onChange={(event) =>
                tickets.printAtOnce(event.currentTarget.checked)}
            />
            {t("reception.print_at_once")}
          </label>
        </section>
        <Recent taken={tickets.recent} onShow={tickets.show} />
      </div>
      <LineView
        desk={desk} counter={null} canOpen={supervises(member.role)}
        {...(member.role !== "agent" && { finder })}
        onDetails={(visit) => open({ visit, step: "all" })}
        onQueue={steps.setQueue}
      />
      <div class="reception-side">
        <GaugeCard here={here} counter={null} />
        <VoucherCard here={here} />
        <ExpectedCard
          here={here} viewer={viewer} onPress={steps.press}
          onDetails={(visit) => open({ visit, step: "all" })}
        />
        {(["missed", "parked"] as const).map((phase) => (
          <Aside
            key={phase} desk={desk} phase={phase}
            onDetails={(visit) => open({ visit, step: "all" })}
          />
        ))}
        <Counters desk={desk} mine={null} />
        <p class="reception-links">
          <a href={`/poster/${encodeURIComponent(here.id)}`}>
            {t("desk.to_poster")}
          </a>
          {supervises(member.role) && (
            <a href={`/campaigns/${encodeURIComponent(here.id)}`}>
              {t("campaigns.to_campaigns")}
            </a>
          )}
          {supervises(member.role) && (
            <Button look="quiet" onClick={() => pair(true)}>
              {t("reception.screens")}
            </Button>
          )}
        </p>
      </div>
      <Foot
        said={opened || office.busy ? null : office.said} undoable={undoable}
        busy={office.busy === "undo"} onClose={() => office.say(null)}
        onUndo={(visit) => steps.press("undo", visit)}
      />
      <StepDialog
        opened={opened} desk={desk} viewer={viewer} office={office}
        offline={offline} onTake={steps.take} onDescribe={steps.describe}
        onClose={() => open(null)}
      />
      <ScreensDialog
        office={here.id} open={pairing} onClose={() => pair(false)}
      />
    </div>
  );
}

/** Tickets made on this page; their links are forgotten with it. */
function useTickets() {
  const [recent, keep] = useState<Taken[]>([]);
  const [shown, show] = useState<Taken | null>(null);
  const [isNew, setNew] = useState(false);
  const [printsAtOnce, setPrint] = useState(recall<boolean>("print") ?? false);
  return {
    recent, shown, isNew, printsAtOnce,
    add: (taken: Taken) => {
      keep((before) => [taken, ...before].slice(0, recentShown));
      setNew(true);
      show(taken);
    },
    show: (taken: Taken) => {
      setNew(false);
      show(taken);
    },
    again: () => {
      show(null);
      // Once the form is back on the page.
      setTimeout(() => focusOn('[name="service"]:checked'), 50);
    },
    printAtOnce: (wish: boolean) => {
      remember("print", wish);
      setPrint(wish);
    },
  };
}

function focusOn(what: string) {
  document.querySelector<HTMLElement>(what)?.focus();
}

interface RecentProps {
  taken: Taken[];
  onShow(taken: Taken): void;
}

function Recent({ taken, onShow }: RecentProps) {
  if (taken.length === 0) return null;
  return (
    <section class="card aside" aria-labelledby="recent-title">
      <h2 id="recent-title">{t("reception.recent")}</h2>
      <p class="recent">
        {taken.map((each) => (
          <button
            type="button" class="button button-small number"
            key={each.visit.id} onClick={() => onShow(each)}
            aria-label={t("reception.reprint", { number: each.visit.number })}
          >{each.visit.number}</button>
        ))}
      </p>
    </section>
  );
}

mount(() => (
  <StaffPage title={t("title.reception")} page="reception">
    {(here) => <ReceptionPage {...here} />}
  </StaffPage>
));
