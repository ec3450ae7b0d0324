// What could not be asked, and one way to ask again.

import type { Refusal } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Notice } from "../shared/ui.tsx";

interface TroubleProps {
  problem: Refusal | null;
  again(): void;
}

export function Trouble({ problem, again }: TroubleProps) {
  if (!problem) return null;
  const isLost = problem.status === 0;
  return (
    <div class="stack trouble">
      <Notice tone={isLost ? "warn" : "bad"} urgent>
        {isLost ? t("book.offline") : problem.message}
      </Notice>
      <Button wide onClick={again}>{t("page.try_again")}</Button>
    </div>
  );
}
