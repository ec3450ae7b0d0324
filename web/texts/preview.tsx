// What arrives, with examples in place of the variables: on a phone, and as a
// mail; and how long the text message is, as the server counts.

import { t } from "../shared/i18n.ts";
import type { Shown, Tongue } from "./texts.ts";

interface PreviewProps {
  shown: Shown | null;
  language: Tongue;
}

export function Preview({ shown, language }: PreviewProps) {
  if (!shown) return <div class="preview-side" />;
  return (
    <div class="preview-side">
      <figure class="handset">
        <figcaption class="hidden">{t("texts.preview_sms")}</figcaption>
        <div class="handset-screen">
          <p class="bubble" lang={language}>{shown.sms}</p>
        </div>
      </figure>
      <Size size={shown.sms_size} />
      <figure class="letter">
        <figcaption class="hidden">{t("texts.preview_mail")}</figcaption>
        <p class="letter-subject" lang={language}>{shown.subject}</p>
        <p class="letter-text" lang={language}>{shown.text}</p>
      </figure>
    </div>
  );
}

function Size({ size }: { size: Shown["sms_size"] }) {
  const { units, parts, alphabet, culprits } = size;
  return (
    <div class="size" role="status">
      <p>
        <b>{t("texts.size_parts", { count: parts })}</b>{" "}
        {t("texts.size_units", { count: units })} ({alphabet})
      </p>
      {culprits.length > 0 && <p class="soft">
        {t("texts.size_culprits", { what: culprits.join(" ") })}
      </p>}
    </div>
  );
}
