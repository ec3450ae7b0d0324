// Giving an appointment back; asked twice, for somebody else may have it the
// next moment.

import { useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Problem } from "../shared/ui.tsx";
import { useVisitAction } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface CancelProps {
  visit: Visit;
  token: string;
}

export function CancelBooking({ visit, token }: CancelProps) {
  const [asking, ask] = useState(false);
  const cancelling = useVisitAction(token, "cancel");
  const cancel = async () => {
    if (await cancelling.start({ version: visit.version })) ask(false);
  };
  return (
    <>
      <Button onClick={() => ask(true)}>{t("ticket.cancel")}</Button>
      <Dialog
        open={asking} title={t("ticket.cancel_title")}
        onClose={() => ask(false)}
      >
        <p>{t("ticket.cancel_hint")}</p>
        <Problem problem={cancelling.problem} />
        <div class="choices">
          <Button wide onClick={() => ask(false)}>
            {t("ticket.cancel_keep")}
          </Button>
          <Button
            wide look="danger" busy={cancelling.busy} onClick={cancel}
          >{t("ticket.cancel_do")}</Button>
        </div>
      </Dialog>
    </>
  );
}
