// "I have an appointment": the code of the confirmation before the reader, or
// the link typed.

import { useState } from "preact/hooks";
import { t } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { linkIn } from "./arrival.ts";
import { Heading } from "./heading.tsx";

interface AppointmentProps {
  onLink(text: string): void;
}

export function Appointment({ onLink }: AppointmentProps) {
  const [text, type] = useState("");
  const [wrong, setWrong] = useState(false);
  const send = (event: Event) => {
    event.preventDefault();
    setWrong(!linkIn(text));
    if (linkIn(text)) onLink(text);
  };
  return (
    <section class="kiosk-step">
      <Heading>{t("kiosk.show_code")}</Heading>
      <Reader />
      <p class="kiosk-what">{t("kiosk.show_code_hint")}</p>
      <form class="card kiosk-form" onSubmit={send} noValidate>
        <Field
          label={t("kiosk.link")} hint={t("kiosk.link_hint")}
          error={wrong ? t("kiosk.link_wrong") : undefined}
        >
          {(ids) => <input
            {...ids} type="text" value={text} aria-invalid={wrong}
            autocomplete="off" autocapitalize="none" spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />}
        </Field>
        <Button look="main" type="submit">{t("kiosk.go_on")}</Button>
      </form>
      <p class="kiosk-what soft">{t("kiosk.no_code")}</p>
    </section>
  );
}

/** A phone before the light of a reader. */
function Reader() {
  return (
    <svg class="kiosk-reader" viewBox="0 0 120 64" aria-hidden="true">
      <rect class="reader-phone" x="44" y="3" width="32" height="50" rx="5" />
      <path
        class="reader-code"
        d="M51 14h7v7h-7zM62 14h7v7h-7zM51 25h7v7h-7zM62 25h3v3h-3zM66 29h3v3h-3z"
      />
      <path class="reader-light" d="M8 44h104" />
      <path class="reader-line" d="M14 60h92" />
    </svg>
  );
}
