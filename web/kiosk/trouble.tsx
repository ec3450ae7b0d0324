// When nothing can be had here: no network, no such office, not a kiosk.

import { signOut } from "../shared/session.ts";
import { t } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";

/** Goes away by itself as soon as the office can be reached. */
export function Out() {
  return (
    <section class="kiosk-step kiosk-no" role="alert">
      <svg viewBox="0 0 32 32" aria-hidden="true" class="kiosk-sign">
        <circle cx="16" cy="16" r="13" /><path d="M10 10l12 12M22 10 10 22" />
      </svg>
      <h1 class="kiosk-title">{t("kiosk.out")}</h1>
      <p class="kiosk-what">{t("kiosk.out_hint")}</p>
    </section>
  );
}

export function Unknown() {
  return (
    <section class="kiosk-step kiosk-no">
      <h1 class="kiosk-title">{t("title.kiosk")}</h1>
      <p class="kiosk-what">{t("kiosk.no_office")}</p>
    </section>
  );
}

/** Somebody's session must not stand open in the hall. */
export function Taken({ again }: { again(): void }) {
  return (
    <section class="kiosk-step kiosk-no">
      <h2>{t("kiosk.signed_in")}</h2>
      <p class="kiosk-what">{t("kiosk.signed_in_hint")}</p>
      <Button look="main" onClick={() => void signOut().then(again)}>
        {t("kiosk.sign_out")}
      </Button>
    </section>
  );
}
