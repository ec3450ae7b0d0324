// The way back to the set-up before the last one that was published.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Notice, Problem } from "../shared/ui.tsx";
import { restore, type Drafts, type Outcome } from "./setup.ts";

interface RestoreProps {
  office: string;
  outcome: Outcome;
  done(now: Drafts): void;
}

export function RestoreCard({ office, outcome, done }: RestoreProps) {
  const [asks, ask] = useState(false);
  const restoring = useAction(async (key: string) => {
    const now = await restore(office, key);
    ask(false);
    done(now);
  });
  const count = outcome.conflicts.length;
  return (
    <section class="card restore" aria-labelledby="restore">
      <h1 id="restore">{t("setup.restore_title")}</h1>
      <p class="lead">{t("setup.restore_lead")}</p>
      <Button onClick={() => ask(true)}>{t("setup.restore")}</Button>
      <Dialog
        open={asks} title={t("setup.restore_ask")} onClose={() => ask(false)}
      >
        <p>{t("setup.restore_about")}</p>
        {count > 0 && <Notice tone="warn">
          {t("setup.restore_conflicts", { count })}
        </Notice>}
        <Problem problem={restoring.problem} />
        <div class="choices">
          <Button
            look="main" busy={restoring.busy}
            onClick={() => restoring.start()}
          >{t("setup.restore")}</Button>
          <Button look="quiet" onClick={() => ask(false)}>
            {t("page.back")}
          </Button>
        </div>
      </Dialog>
    </section>
  );
}
