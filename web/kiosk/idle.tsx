// When nobody has touched the screen for a while it asks, counts down, and
// forgets whoever was there.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Button, Dialog } from "../shared/ui.tsx";

export interface Patience {
  untouched: number; // Seconds until it forgets,
  warning: number; // of which so many are counted aloud.
}

export const usual: Patience = { untouched: 60, warning: 15 };
/** Who needs larger letters may need more time as well. */
export const patient: Patience = { untouched: 120, warning: 30 };

const signs = ["pointerdown", "keydown", "input", "wheel"] as const;
const everySoOften = 250;

/** Seconds left while it counts, else null. Only looks while `isInUse`. */
export function useIdle(
  isInUse: boolean, { untouched, warning }: Patience, forget: () => void,
) {
  const [left, count] = useState<number | null>(null);
  const last = useRef(0);
  const ending = useRef(forget);
  ending.current = forget;
  const stay = () => {
    last.current = Date.now();
    count(null);
  };
  useEffect(() => {
    stay();
    if (!isInUse) return;
    const timer = setInterval(() => {
      const now = last.current + untouched * 1000 - Date.now();
      if (now <= 0) return ending.current();
      count(now <= warning * 1000 ? Math.ceil(now / 1000) : null);
    }, everySoOften);
    for (const sign of signs) addEventListener(sign, stay, true);
    return () => {
      clearInterval(timer);
      for (const sign of signs) removeEventListener(sign, stay, true);
    };
  }, [isInUse, untouched, warning]);
  return { left, stay };
}

interface StillThereProps {
  left: number | null;
  stay(): void;
  end(): void;
}

export function StillThere({ left, stay, end }: StillThereProps) {
  return (
    <Dialog
      open={left !== null} onClose={stay} title={t("kiosk.still_there")}
    >
      <p>{t("kiosk.soon_forgets")}</p>
      <p class="kiosk-left number" aria-hidden="true">{left}</p>
      <div class="choices">
        <Button look="main" onClick={stay}>{t("kiosk.stay")}</Button>
        <Button onClick={end}>{t("kiosk.end")}</Button>
      </div>
    </Dialog>
  );
}
