// The hall screen's chime and voice: what the hall wishes, remembered by this
// screen, and the one press a browser wants before it makes a sound.

import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { sound } from "../shared/sound.ts";
import { recall, remember } from "../shared/storage.ts";
import { Button } from "../shared/ui.tsx";
import { Announcer, type Wishes } from "./announcer.ts";
import type { Call } from "./calls.ts";

export interface Announcing {
  wishes: Wishes;
  mayBeHeard: boolean;
  announce(calls: Call[]): void;
  wish(change: Partial<Wishes>): void;
  unlock(): void;
}

const usual: Wishes = { chime: true, voice: false };

export function useAnnouncer(): Announcing {
  const [wishes, setWishes] = useState<Wishes>({
    ...usual, ...recall<Wishes>("board"),
  });
  const [mayBeHeard, setMayBeHeard] = useState(false);
  const announcer = useRef<Announcer | null>(null);
  announcer.current ??= new Announcer(wishes);

  const unlock = async () => setMayBeHeard(await sound.unlock());
  useEffect(() => {
    unlock(); // A screen started for this purpose needs no press.
  }, []);

  const wish = (change: Partial<Wishes>) => {
    const next = { ...wishes, ...change };
    remember("board", next);
    announcer.current!.wish(next);
    setWishes(next);
    unlock();
  };
  const announce = (calls: Call[]) => announcer.current!.announce(calls);
  return { wishes, mayBeHeard, announce, wish, unlock };
}

export function SoundSwitches({ announcer }: { announcer: Announcing }) {
  const { wishes, mayBeHeard, wish, unlock } = announcer;
  return (
    <div class="board-sounds">
      {wishes.chime && !mayBeHeard && <Button look="main" onClick={unlock}>
        {t("board.start_sound")}
      </Button>}
      <Button
        look="quiet" class="board-switch" aria-pressed={wishes.chime}
        onClick={() => wish({ chime: !wishes.chime })}
      >{t("board.sound")}</Button>
      {"speechSynthesis" in window && <Button
        look="quiet" class="board-switch" aria-pressed={wishes.voice}
        onClick={() => wish({ voice: !wishes.voice })}
      >{t("board.voice")}</Button>}
    </div>
  );
}
