// The link of the appointment as a picture, for the reader of a kiosk. Drawn
// only when it is asked for: whoever sees it may use it.

import { useState } from "preact/hooks";
import { get } from "../shared/api.ts";
import { Drawing } from "../shared/drawing.tsx";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { Button, Problem } from "../shared/ui.tsx";

export function KioskCode({ token }: { token: string }) {
  const [open, show] = useState(false);
  return (
    <>
      <Button aria-expanded={open} onClick={() => show(!open)}>
        {t("ticket.kiosk_code")}
      </Button>
      {open && <Code token={token} />}
    </>
  );
}

function Code({ token }: { token: string }) {
  const { value, problem } = useFetched(
    () => get<string>("/visit/qr.svg", { token }), token);
  return (
    <div class="kiosk-code">
      <Problem problem={problem} />
      {value && <Drawing
        class="kiosk-code-qr" svg={value} label={t("ticket.kiosk_code_said")}
      />}
      <p class="soft">{t("ticket.kiosk_code_hint")}</p>
    </div>
  );
}
