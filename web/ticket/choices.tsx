// What a visitor can ask for while holding a place. Each is asked twice where
// it cannot be taken back.

import { useState } from "preact/hooks";
import { post, useAction } from "../shared/api.ts";
import { t, type Key } from "../shared/i18n.ts";
import { live } from "../shared/live.ts";
import { Button, Dialog, Problem } from "../shared/ui.tsx";
import type { Visit } from "./visit.ts";

interface ChoiceProps {
  visit: Visit;
  token: string;
}

const mostPassed = 5; // Offered here; the office may allow more or fewer.

/** One command about the visit; the live channel brings what becomes of it. */
export function useVisitAction(token: string, what: string) {
  return useAction(async (key, wish: Record<string, unknown>) => {
    try {
      await post(`/visit/${what}`, wish, { key, token });
    } finally {
      live.refresh("visit"); // Refused or not, the page shows what is so.
    }
  });
}

export function LeaveButton({ visit, token, label }: ChoiceProps & {
  label?: Key;
}) {
  const [asking, ask] = useState(false);
  const leaving = useVisitAction(token, "leave");
  const leave = async () => {
    if (await leaving.start({ version: visit.version })) ask(false);
  };
  return (
    <>
      <Button look="quiet" onClick={() => ask(true)}>
        {t(label ?? "ticket.leave")}
      </Button>
      <Dialog
        open={asking} title={t("ticket.leave_title")} onClose={() => ask(false)}
      >
        <p>{t("ticket.leave_hint")}</p>
        <Problem problem={leaving.problem} />
        <div class="choices">
          <Button wide onClick={() => ask(false)}>{t("ticket.stay")}</Button>
          <Button wide look="danger" busy={leaving.busy} onClick={leave}>
            {t("ticket.leave_do")}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

export function LetPassButton({ visit, token }: ChoiceProps) {
  const [asking, ask] = useState(false);
  const passing = useVisitAction(token, "let-pass");
  const behind = visit.rank === null ? 0 : visit.size - visit.rank - 1;
  const offers = Math.min(behind, mostPassed);
  const letPass = async (places: number) => {
    if (await passing.start({ version: visit.version, places })) ask(false);
  };
  if (offers < 1 && !asking) return null;
  return (
    <>
      <Button onClick={() => ask(true)}>{t("ticket.let_pass")}</Button>
      <Dialog
        open={asking} title={t("ticket.let_pass_title")}
        onClose={() => ask(false)}
      >
        <p>{t("ticket.let_pass_hint")}</p>
        <Problem problem={passing.problem} />
        <div class="counts">
          {Array.from({ length: offers }, (_, i) => i + 1).map((count) =>
            <Button
              key={count} busy={passing.busy}
              aria-label={t("ticket.let_pass_do", { count })}
              onClick={() => letPass(count)}
            >{count}</Button>)}
        </div>
        <Button look="quiet" onClick={() => ask(false)}>
          {t("page.back")}
        </Button>
      </Dialog>
    </>
  );
}
