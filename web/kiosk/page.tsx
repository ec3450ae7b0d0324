// "/kiosk/{office}": the touch screen in the hall. Takes tickets and lets in
// who has an appointment; keeps nothing of anybody once they are gone.

import { useEffect, useRef, useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { useNow } from "../shared/clock.ts";
import {
  clockTime, language, longDate, pick, speak, t,
} from "../shared/i18n.ts";
import { Pairing } from "../shared/pairing.tsx";
import { mount } from "../shared/shell.tsx";
import { Mark, Waiting } from "../shared/ui.tsx";
import { Appointment } from "./appointment.tsx";
import { Arrival } from "./arrival_step.tsx";
import { Foot } from "./foot.tsx";
import { Home } from "./home.tsx";
import { patient, StillThere, useIdle, usual } from "./idle.tsx";
import { useScanner } from "./scanner.ts";
import { Ticket, type Taken } from "./ticket.tsx";
import { Out, Taken as TakenBy, Unknown } from "./trouble.tsx";
import {
  useDevice, useOffice, type Device, type Office,
} from "./use_kiosk.ts";
import "./kiosk.css";
import "./print.css";

type Step =
  | { at: "home" | "appointment" }
  | { at: "ticket"; taken: Taken }
  | { at: "arrival"; scanned: string };

const home: Step = { at: "home" };
const renewAfter = 12 * 3600 * 1000; // So that a new release gets here.

function Kiosk() {
  const id = officeHere();
  const { office, isLost, isUnknown } = useOffice(id);
  const { device, again } = useDevice(id, isLost);
  const person = usePerson();
  const { step, go, easy, forget } = person;
  const isReady = device === "kiosk" && office !== null;
  const patience = easy ? patient : usual;
  const { left, stay } = useIdle(person.isThere, patience, forget);
  useScanner((scanned) => isReady && !isLost && go({ at: "arrival", scanned }));
  useEffect(() => {
    document.title = `${t("title.kiosk")} – Suivant`;
  });
  return (
    <div class={`kiosk kiosk-at-${step.at}${easy ? " kiosk-easy" : ""}`}>
      <Head office={office} />
      <main class="kiosk-main">
        {isUnknown ? <Unknown />
          : isLost && (step.at !== "ticket" || !isReady) ? <Out />
          : !isReady ? <Before device={device} again={again} />
          : <Now
            key={person.count} {...person} office={office} onLost={again}
          />}
      </main>
      <Foot {...person} />
      <StillThere left={left} stay={stay} end={forget} />
    </div>
  );
}

export type Person = ReturnType<typeof usePerson>;

/** All that the screen knows of who stands before it. */
function usePerson() {
  const [step, go] = useState<Step>(home);
  const [easy, ease] = useState(false);
  const [count, next] = useState(0); // Nothing of one is shown to the next.
  const mother = useRef(language());
  const since = useRef(Date.now());
  const isThere = step.at !== "home" || easy || language() !== mother.current;
  useEffect(() => {
    if (isThere || Date.now() - since.current < renewAfter) return;
    if (navigator.onLine) location.reload();
  }, [isThere]);
  const forget = () => {
    go(home);
    ease(false);
    next((before) => before + 1);
    speak(mother.current, false);
    scrollTo(0, 0);
  };
  const goTo = (to: Step) => {
    go(to);
    next((before) => before + 1);
    scrollTo(0, 0);
  };
  return { step, go: goTo, easy, ease, isThere, count, forget };
}

/** Until staff have connected this screen. */
function Before({ device, again }: { device: Device; again(): void }) {
  return (
    <>
      <h1 class="hidden">{t("title.kiosk")}</h1>
      {device === "nobody" ? <Pairing onPaired={again} />
        : device === "other" ? <TakenBy again={again} /> : <Waiting />}
    </>
  );
}

interface NowProps extends Person {
  office: Office;
  onLost(): void; // The screen is no longer connected.
}

function Now({ step, go, office, forget, onLost }: NowProps) {
  switch (step.at) {
    case "home":
      return (
        <Home
          office={office} onLost={onLost}
          onAppointment={() => go({ at: "appointment" })}
          onTaken={(taken) => go({ at: "ticket", taken })}
        />
      );
    case "appointment":
      return (
        <Appointment onLink={(scanned) => go({ at: "arrival", scanned })} />
      );
    case "arrival":
      return (
        <Arrival
          office={office} scanned={step.scanned} onDone={forget}
          onAgain={() => go({ at: "appointment" })}
        />
      );
    case "ticket":
      return <Ticket office={office} taken={step.taken} onDone={forget} />;
  }
}

function Head({ office }: { office: Office | null }) {
  const now = useNow();
  return (
    <header class="kiosk-head">
      <p class="kiosk-office"><Mark />{pick(office?.name) || "Suivant"}</p>
      <p class="kiosk-clock">
        <span class="kiosk-date">{longDate(now)}</span>{" "}
        <time class="number">{clockTime(now)}</time>
      </p>
    </header>
  );
}

mount(() => <Kiosk />);
