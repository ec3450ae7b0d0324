// /phone/{office}: appointments for those who call. A digit, Enter, a time,
// a name: nothing needs the mouse, and the time is kept while one types.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { phoneOf } from "../shared/phone.ts";
import { mount } from "../shared/shell.tsx";
import { Button, Notice, Problem, Waiting } from "../shared/ui.tsx";
import { CancelDialog, MoveDialog, type Held } from "../staff/appointment.tsx";
import {
  bookingOf, command, personIn as fieldsOfPerson, type Booking,
} from "../staff/booking.ts";
import { useShortcuts } from "../staff/keyboard.ts";
import { Foot } from "../staff/parts.tsx";
import { StaffPage, type Here } from "../staff/staff_page.tsx";
import { VoucherCard } from "../staff/voucher.tsx";
import { When } from "../staff/when.tsx";
import { Calls, type Call } from "./calls.tsx";
import { wishOf } from "./draft.ts";
import { useFlow } from "./flow.ts";
import { Finder, personIn, type Found, type Wanted } from "./found.tsx";
import { Made } from "./made.tsx";
import { What } from "./what.tsx";
import { PersonFields, Who } from "./who.tsx";
import "../staff/staff.css";
import "../staff/line.css";
import "../staff/when.css";
import "./phone.css";

function PhonePage(here: Here) {
  const { value, problem } = useFetched(() => bookingOf(here.id), here.id);
  if (problem) return <Problem problem={problem} />;
  if (!value) return <Waiting />;
  if (value.services.length === 0)
    return <Notice tone="warn">{t("phone.no_services")}</Notice>;
  return <PhoneDesk {...here} booking={value} />;
}

type Open = { what: "move" | "cancel"; held: Held } | null;

function PhoneDesk(here: Here & { booking: Booking }) {
  const { id, desk, member, office, booking } = here;
  const flow = useFlow(id, booking);
  const [opened, open] = useState<Open>(null);
  const say = (text: string) => office.say({ text, tone: "good" });
  const site = siteIn(booking, flow.draft.site);
  const goAgain = (person?: Parameters<typeof flow.again>[0]) => {
    flow.again(person);
    setTimeout(() => focusOn('[name="service"]:checked'), 50);
  };
  useShortcuts((wanted) => {
    if (wanted === "call_next") goAgain();
    else if (wanted === "search") focusOn("#line-search");
    else return false;
    return true;
  });
  const act = (what: Wanted, found: Found) => {
    if (what === "use") return goAgain(personIn(found));
    if (what === "sheet") return flow.show(doneOf(found));
    open({ what, held: heldOf(found) });
  };
  const end = (said: string) => {
    open(null);
    say(said);
  };
  return (
    <div class="phone">
      <section class="card phone-main" aria-labelledby="phone-title">
        <h2 id="phone-title">{t("phone.new")}</h2>
        {flow.done
          ? <Made key={flow.done.visit} desk={desk} done={flow.done}
            site={site} onAgain={() => goAgain()} />
          : <OneCall {...here} flow={flow} site={site} say={say} />}
      </section>
      <div class="phone-side">
        {member.role !== "agent" && (
          <Finder desk={desk} booking={booking} act={act} />
        )}
        <VoucherCard here={here} />
        <Calls desk={desk} say={say} book={(call) => takeUp(flow, goAgain,
          call)} />
      </div>
      <MoveDialog
        office={id} role={member.role} onDone={end} onClose={() => open(null)}
        held={opened?.what === "move" ? opened.held : null}
        site={siteIn(booking, opened?.held.site ?? "")}
      />
      <CancelDialog
        office={id} onDone={end} onClose={() => open(null)}
        held={opened?.what === "cancel" ? opened.held : null}
      />
      <Foot
        said={office.said} undoable={null} busy={false} onUndo={() => undefined}
        onClose={() => office.say(null)}
      />
    </div>
  );
}

type Flow = ReturnType<typeof useFlow>;

interface OneCallProps extends Here {
  booking: Booking;
  flow: Flow;
  site: Booking["sites"][number];
  say(text: string): void;
}

/** What, when, for whom: the last once a time is chosen. */
function OneCall(props: OneCallProps) {
  const { id, member, booking, flow, site } = props;
  const { draft, chosen, holding, confirming } = flow;
  const { person } = draft;
  if (chosen)
    return (
      <>
        <h3>{t("phone.who")}</h3>
        <Who
          form={booking.services.find(({ id: one }) =>
            one === draft.service)?.form ?? []}
          site={site} start={chosen} until={chosen.until} person={person}
          busy={confirming.busy || holding.busy}
          problem={confirming.problem ?? holding.problem}
          type={flow.type} confirm={flow.confirm} back={flow.back}
          instead={(start) => void flow.choose(start)}
        />
      </>
    );
  return (
    <>
      <What
        booking={booking} draft={draft} language={flow.tongue}
        change={flow.change} speak={flow.speak}
        goOn={() => focusOn(".when .start")}
      />
      <When
        office={id} wish={wishOf(draft)} site={site} role={member.role}
        busy={holding.busy} problem={holding.problem}
        choose={(start) => void flow.choose(start)}
      />
      <CallLater {...props} />
    </>
  );
}

/** Who cannot wait on the line is called back. */
function CallLater({ id, flow, say }: OneCallProps) {
  const { person, service } = flow.draft;
  const asking = useAction(async (key) => {
    const phone = phoneOf(person.phone ?? "") ?? "";
    const fields = { service, ...fieldsOfPerson({ ...person, phone }) };
    await command(id, "ask_call_back", fields, key);
    say(t("phone.call_asked", { name: person.name || phone }));
    flow.again();
  });
  const [tried, tryIt] = useState(false);
  const missing = tried && !phoneOf(person.phone ?? "");
  const send = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (phoneOf(person.phone ?? "")) void asking.start();
  };
  return (
    <details class="beyond">
      <summary>{t("phone.call_later")}</summary>
      <form class="beyond-form" onSubmit={send} noValidate>
        <Problem problem={asking.problem} />
        <PersonFields
          person={person} type={flow.type}
          error={missing ? t("phone.call_missing") : undefined}
        />
        <Button type="submit" busy={asking.busy}>
          {t("phone.call_later")}
        </Button>
      </form>
    </details>
  );
}

function takeUp(flow: Flow, goAgain: Flow["again"], { person, service }: Call) {
  goAgain({ email: "", note: "", ...person });
  if (service) flow.take(service);
}

function siteIn(booking: Booking, wanted: string) {
  return booking.sites.find(({ id }) => id === wanted) ?? booking.sites[0]!;
}

function heldOf(found: Found): Held {
  return {
    id: found.id, start: found.start ?? 0, name: found.name,
    service: found.service, site: found.site ?? "",
    place: found.place ?? "counter", persons: found.persons,
  };
}

function doneOf(found: Found) {
  return { ...heldOf(found), visit: found.id, token: "",
    language: found.language };
}

function focusOn(what: string) {
  document.querySelector<HTMLElement>(what)?.focus();
}

mount(() => (
  <StaffPage title={t("title.phone")} page="phone">
    {(here) => <PhonePage {...here} />}
  </StaffPage>
));
