// /desk/{office}: an agent at a counter. Calls, serves and sends people on,
// with the live line beside it.

import { useEffect, useState } from "preact/hooks";
import { useNow } from "../shared/clock.ts";
import { live } from "../shared/live.ts";
import { t } from "../shared/i18n.ts";
import { mount } from "../shared/shell.tsx";
import {
  offersOf, presentVisit, undoableOf, type Step, type Viewer,
} from "../staff/actions.ts";
import { Aside, Counters } from "../staff/aside.tsx";
import { ExpectedCard } from "../staff/expected.tsx";
import { GaugeCard } from "../staff/gauge.tsx";
import { useKeptFocus, useShortcuts } from "../staff/keyboard.ts";
import type { Shortcut } from "../staff/keys.ts";
import { counterOf } from "../staff/line.ts";
import { LineView } from "../staff/line_view.tsx";
import { Foot, StepButton } from "../staff/parts.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { StepDialog, type Opened } from "../staff/step_dialog.tsx";
import { useSteps } from "../staff/steps.ts";
import { supervises, type Outcome, type Visit } from "../staff/topic.ts";
import { ChooseCounter } from "./choose_counter.tsx";
import { BreakDialog, HelpDialog, LeaveDialog } from "./dialogs.tsx";
import { Present } from "./present.tsx";
import "../staff/staff.css";
import "../staff/line.css";
import "./desk.css";

function DeskPage(here: Here) {
  const { desk, member, office, offline } = here;
  const counter = counterOf(desk, member.name);
  const viewer = { agent: member.name, role: member.role, counter };
  const [opened, open] = useState<Opened | null>(null);
  const [asking, askFor] = useState<"break" | "leave" | "help" | null>(null);
  const [chosen, choose] = useState<{ visit: number; outcome: Outcome }>();
  const now = useNow(1000);
  const by = { ...viewer, now };
  const present = presentVisit(desk, by);
  const outcome = chosen?.visit === present?.id && chosen
    ? chosen.outcome : "served";
  const steps = useSteps(here, viewer, open, { outcome });
  useSeat(here, counter);
  useKeptFocus(["#primary", ".counter-button:enabled", "#line-search"]);

  const heard = (wanted: Shortcut): boolean => {
    if (wanted === "help") return askFor("help"), true;
    if (wanted === "search") return focusSearch();
    return steps.press(wanted), true;
  };
  const keys = useShortcuts(heard);

  return (
    <div class="desk">
      <div class="desk-main">
        {counter === null
          ? (
            <ChooseCounter
              desk={desk} busy={office.busy !== null} offline={offline}
              onChoose={(id) => office.want(`sign_in ${id}`, () =>
                void office.ask(
                  "sign_in", { counter: id, agent: member.name }, () => "",
                ))}
            />
          )
          : (
            <Present
              {...here} viewer={{ ...viewer, counter }} outcome={outcome}
              onOutcome={(wish) =>
                present && choose({ visit: present.id, outcome: wish })}
              onPress={steps.press} onDescribe={steps.describe}
              onBreak={() => askFor("break")}
              onLeave={() => askFor("leave")}
            />
          )}
        <p class="desk-help">
          <button
            type="button" class="button button-quiet button-small"
            aria-keyshortcuts="?" onClick={() => askFor("help")}
          >{t("desk.step.help")} <kbd aria-hidden="true">?</kbd></button>
        </p>
      </div>
      <LineView
        desk={desk} counter={counter} canOpen={supervises(member.role)}
        onDetails={(visit) => open({ visit, step: "all" })}
        onQueue={steps.setQueue}
        rowButton={(visit) => (
          <RowStep here={here} by={by} visit={visit} step="call_visit"
            onPress={steps.press} />
        )}
      />
      <div class="desk-side">
        <GaugeCard here={here} counter={counter} />
        <ExpectedCard
          here={here} viewer={viewer} onlyLate onPress={steps.press}
          onDetails={(visit) => open({ visit, step: "all" })}
        />
        {(["parked", "missed"] as const).map((phase) => (
          <Aside
            key={phase} desk={desk} phase={phase}
            onDetails={(visit) => open({ visit, step: "all" })}
            rowButtons={(visit) => (
              <RowStep
                here={here} by={by} visit={visit} onPress={steps.press}
                step={phase === "parked" ? "resume" : "call_visit"}
              />
            )}
          />
        ))}
        <Counters desk={desk} mine={counter} />
      </div>
      <Foot
        said={opened || asking ? null : office.said}
        undoable={undoableOf(desk, office.touched, by)}
        busy={office.busy === "undo"} onClose={() => office.say(null)}
        onUndo={(visit) => steps.press("undo", visit)}
      />
      <StepDialog
        opened={opened} desk={desk} viewer={viewer} office={office}
        offline={offline} onTake={steps.take} onDescribe={steps.describe}
        onClose={() => open(null)}
      />
      {counter !== null && (
        <>
          <BreakDialog
            open={asking === "break"} desk={desk} counter={counter}
            office={office} onClose={() => askFor(null)}
            onBegin={(reason) =>
              office.ask("begin_break", { counter, reason }, () => "")}
          />
          <LeaveDialog
            open={asking === "leave"} desk={desk} counter={counter}
            office={office} agent={member.name} onClose={() => askFor(null)}
            onLeave={(farewell) =>
              office.ask("sign_out", { counter, ...farewell }, () => "")}
          />
        </>
      )}
      <HelpDialog
        open={asking === "help"} on={keys.on} onTurn={keys.turn}
        onClose={() => askFor(null)}
      />
    </div>
  );
}

/**
 * Tells the office that this page serves at the counter, so that colleagues
 * see when it is lost. Said again when another page of the same agent went.
 */
function useSeat({ id, desk, offline }: Here, counter: string | null) {
  const isLost = counter !== null && desk.counters[counter]?.online === false;
  useEffect(() => {
    if (!offline) live.stand({ office: id, counter: counter ?? "" });
  }, [id, counter, isLost, offline]);
}

interface RowStepProps {
  here: Here;
  by: Viewer;
  visit: Visit;
  step: Step;
  onPress(step: Step, visit: Visit): void;
}

/**
 * The step a row offers at once, where it can be taken; all others, and why
 * not, are behind its number.
 */
function RowStep({ here, by, visit, step, onPress }: RowStepProps) {
  const offer = offersOf(here.desk, visit, by)
    .find((each) => each.step === step);
  if (!offer || offer.blocked) return null;
  const label = t("desk.step_of", {
    step: t(`desk.step.${step}`), number: visit.number,
  });
  return (
    <StepButton
      offer={here.offline ? { ...offer, blocked: "offline" } : offer}
      label={label} look="button-plain button-small"
      onTake={() => onPress(step, visit)}
      onBlocked={(text) => here.office.say({ text, tone: "bad" })}
    />
  );
}

function focusSearch(): boolean {
  const field = document.getElementById("line-search");
  field?.focus();
  return field !== null;
}

mount(() => (
  <StaffPage title={t("title.desk")} page="desk">
    {(here) => <DeskPage {...here} />}
  </StaffPage>
));
