// What staff may do from any page, each as one call to the office.

import { serverNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import type { Offer, Step, Viewer } from "./actions.ts";
import { queueName } from "./names.ts";
import type { Answer } from "./office.ts";
import { needsDetails, requestFor, type Details } from "./requests.ts";
import type { Here } from "./staff_page.tsx";
import type { Opened } from "./step_dialog.tsx";
import type { Person, Visit } from "./topic.ts";

/** What a person may do here, each as one call. */
export function useSteps(
  { desk, office, offline }: Here, viewer: Omit<Viewer, "now">,
  open: (opened: Opened) => void,
) {
  const take = (
    step: Step | "undo", visit: Visit | null, details?: Details,
  ): Promise<Answer> => {
    const by = { ...viewer, now: serverNow() };
    const { command, fields } = requestFor(step, visit, by, details);
    return office.ask(command, fields, (after) => {
      const number = (after ?? visit)?.number;
      return number && step !== "end_break"
        ? t(`desk.done.${step}`, { number }) : "";
    });
  };
  const takeOffer = (offer: Offer, visit: Visit | null, details?: Details) => {
    const why = offline ? "offline" : offer.blocked;
    if (why)
      return office.say({
        text: t(`desk.blocked.${why}` as "desk.blocked.offline"), tone: "bad",
      });
    if (visit && needsDetails(offer.step))
      return open({ visit, step: offer.step });
    void take(offer.step, visit,
      offer.step === "finish" ? details : undefined);
  };
  return {
    take,
    takeOffer,
    undo: (visit: Visit) => take("undo", visit),
    setQueue: (queue: string, wish: boolean) =>
      office.ask(wish ? "open_queue" : "close_queue", { queue }, () =>
        t(wish ? "desk.queue_is_open" : "desk.queue_is_closed", {
          queue: queueName(desk, queue),
        })),
    describe: async (visit: Visit, person: Person) => {
      const fields = {
        visit: { id: visit.id, version: visit.version }, person,
      };
      const answer = await office.ask("describe_person", fields, () =>
        t("desk.done.describe_person", { number: visit.number }));
      return answer.went;
    },
  };
}
