// The screen at the door: the code of this minute, to type or to scan.

import { useEffect, useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { serverNow } from "../shared/clock.ts";
import { Drawing } from "../shared/drawing.tsx";
import { t } from "../shared/i18n.ts";
import { Problem, Waiting } from "../shared/ui.tsx";

interface DoorCode {
  code: string;
  until: number;
  qr: string; // An SVG drawing.
}

const tryAgainAfter = 3000;

export function Door({ office }: { office: string }) {
  const { code, problem } = useDoorCode(office);
  if (!code) return problem ? <Problem problem={problem} /> : <Waiting />;
  return (
    <section class="door" aria-labelledby="door-head">
      <h2 id="door-head">{t("door.title")}</h2>
      <p>{t("door.hint")}</p>
      <p class="door-code number">
        <span class="hidden">{t("door.code")} </span>
        {code.code.slice(0, 3)} {code.code.slice(3)}
      </p>
      <Drawing class="door-qr" svg={code.qr} label={t("door.qr")} />
    </section>
  );
}

/** Always the one of this minute: asked for again when it ends. */
function useDoorCode(office: string) {
  const [code, show] = useState<DoorCode | null>(null);
  const [problem, tell] = useState<Refusal | null>(null);
  useEffect(() => {
    let timer = 0;
    let over = false;
    const ask = async () => {
      let next = tryAgainAfter;
      try {
        const fresh = await get<DoorCode>(
          `/offices/${encodeURIComponent(office)}/door-code`);
        if (over) return;
        show(fresh);
        tell(null);
        next = Math.max(fresh.until - serverNow(), 200);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        if (over) return;
        show(null); // An old code would turn people away.
        tell(error);
      }
      timer = window.setTimeout(ask, next);
    };
    void ask();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [office]);
  return { code, problem };
}
