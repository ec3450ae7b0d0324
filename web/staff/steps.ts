// What staff may do from any page, each as one call to the office.

import { useRef } from "preact/hooks";
import { serverNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import {
  newest, offerOf, presentVisit, undoableOf, type Offer, type Step,
  type Viewer,
} from "./actions.ts";
import { queueName } from "./names.ts";
import { calledIn } from "./parts.tsx";
import type { Answer } from "./office.ts";
import { needsDetails, requestFor, type Details } from "./requests.ts";
import type { Here } from "./staff_page.tsx";
import type { Opened } from "./step_dialog.tsx";
import type { Person, Visit } from "./topic.ts";

/** What steps need to know when their turn comes. */
interface Scene {
  here: Here;
  viewer: Omit<Viewer, "now">;
  details: Details; // Chosen on the page itself.
  open(opened: Opened): void;
}

/** What a person may do here. All of it waits for the step under way. */
export function useSteps(
  here: Here, viewer: Omit<Viewer, "now">, open: (opened: Opened) => void,
  details: Details = {},
) {
  const scene = useRef<Scene>({ here, viewer, details, open });
  scene.current = { here, viewer, details, open };
  const { office } = here;
  return {
    /** Without a visit: whoever is at the counter then. */
    press: (step: Step | "undo", visit: Visit | null = null) =>
      office.want(visit ? `${step} ${visit.id}` : step, () =>
        step === "undo" ? takeBack(scene.current, visit)
          : takeIfOffered(scene.current, step, visit)),
    /** For `want` only. */
    take: (step: Step, visit: Visit, details?: Details) =>
      take(scene.current, step, visit, details),
    setQueue: (queue: string, wish: boolean) =>
      office.want(`${queue} ${wish}`, () =>
        void setQueue(scene.current, queue, wish)),
    describe: (visit: Visit, person: Person, saved: () => void) =>
      office.want(`describe ${visit.id} ${JSON.stringify(person)}`, () =>
        void describe(scene.current, visit, person, saved)),
  };
}

function asNow({ viewer }: Scene): Viewer {
  return { ...viewer, now: serverNow() };
}

function takeIfOffered(scene: Scene, step: Step, about: Visit | null) {
  const { desk } = scene.here;
  const by = asNow(scene);
  const visit = about ? newest(desk, about) : presentVisit(desk, by);
  const offer = offerOf(desk, step, visit, by);
  if (offer) takeOffer(scene, offer, visit);
}

function takeOffer(scene: Scene, offer: Offer, visit: Visit | null) {
  const { office, offline } = scene.here;
  const why = offline ? "offline" : offer.blocked;
  if (why)
    return office.say({
      text: t(`desk.blocked.${why}` as "desk.blocked.offline"), tone: "bad",
    });
  if (visit && needsDetails(offer.step)) {
    office.forget();
    return scene.open({ visit, step: offer.step });
  }
  void take(scene, offer.step, visit,
    offer.step === "finish" ? scene.details : undefined);
}

function takeBack(scene: Scene, about: Visit | null) {
  const { desk, office } = scene.here;
  const by = asNow(scene);
  const visit = about ? newest(desk, about)
    : undoableOf(desk, office.touched, by);
  if (visit?.undo && visit.undo.until > by.now) void take(scene, "undo", visit);
}

function take(
  scene: Scene, step: Step | "undo", about: Visit | null, details?: Details,
): Promise<Answer> {
  const { desk, office } = scene.here;
  const visit = about && newest(desk, about);
  const { command, fields }
    = requestFor(step, visit, asNow(scene), details);
  return office.ask(command, fields, (after) => {
    const number = after || visit ? calledIn((after ?? visit)!) : "";
    return number && step !== "end_break"
      ? t(`desk.done.${step}`, { number }) : "";
  });
}

function setQueue({ here }: Scene, queue: string, wish: boolean) {
  const command = wish ? "open_queue" : "close_queue";
  return here.office.ask(command, { queue }, () =>
    t(wish ? "desk.queue_is_open" : "desk.queue_is_closed", {
      queue: queueName(here.desk, queue),
    }));
}

async function describe(
  { here }: Scene, about: Visit, person: Person, saved: () => void,
) {
  const visit = newest(here.desk, about);
  const fields = { visit: { id: visit.id, version: visit.version }, person };
  const answer = await here.office.ask("describe_person", fields, () =>
    t("desk.done.describe_person", { number: visit.number }));
  if (answer.went) saved();
}
