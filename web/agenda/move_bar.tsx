// What is being moved, said to who sees and to who hears; and the way back.

import { t } from "../shared/i18n.ts";
import { Problem } from "../shared/ui.tsx";
import type { Mover } from "./use_move.ts";

export function MoveBar({ mover }: { mover: Mover }) {
  const { moving, said, done, busy, problem } = mover;
  return (
    <div class="move-bar">
      {!moving && !done && <p class="soft">{t("agenda.move_hint")}</p>}
      <Problem problem={problem} />
      <p
        role="status"
        class={said && (moving || done) ? "move-said" : "hidden"}
      >
        {said}
      </p>
      {done && !moving && (
        <p class="quick">
          <button
            type="button" class="button button-small"
            aria-disabled={busy || undefined} onClick={mover.putBack}
          >{t("agenda.put_back")}</button>
          <button type="button" class="button button-small"
            onClick={mover.forget}>{t("desk.close")}</button>
        </p>
      )}
    </div>
  );
}
