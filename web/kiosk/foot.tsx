// Always there, and always low enough for everybody to reach: the languages,
// larger letters, and the way back to the beginning.

import {
  language, languages, speak, t, type Language,
} from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import type { Person } from "./page.tsx";

export function Foot({ easy, ease, isThere, forget }: Person) {
  return (
    <footer class="kiosk-foot">
      <div class="kiosk-tongues" role="group" aria-label={t("page.language")}>
        {(Object.keys(languages) as Language[]).map((wish) => (
          <Button
            key={wish} lang={wish} class="kiosk-tool"
            aria-pressed={wish === language()}
            onClick={() => speak(wish, false)}
          >{languages[wish].name}</Button>
        ))}
      </div>
      <Button
        class="kiosk-tool kiosk-ease" aria-pressed={easy}
        onClick={() => ease(!easy)}
      >
        <svg viewBox="0 0 32 32" aria-hidden="true" class="kiosk-picture">
          <path d="M16 7h.1M8 12c5 1.5 11 1.5 16 0M16 13v7M16 20l-4 8M16 20l4 8" />
        </svg>
        {t(easy ? "kiosk.ease_off" : "kiosk.ease")}
      </Button>
      {isThere && (
        <Button class="kiosk-tool" onClick={forget}>{t("kiosk.start")}</Button>
      )}
    </footer>
  );
}
