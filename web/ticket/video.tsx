// The way into an appointment by video: a link of this visit alone, asked for
// anew and kept nowhere.

import { get } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";

export function Video({ token }: { token: string }) {
  const { value, problem } = useFetched(
    () => get<{ link: string }>("/visit/video", { token }), token);
  if (problem?.status === 404)
    return <p class="advice">{t("video.told_otherwise")}</p>;
  if (!value) return null;
  return (
    <section class="stack video">
      <a
        class="button button-main button-wide" href={value.link}
        target="_blank" rel="noopener noreferrer"
      >{t("video.join")}</a>
      <p class="advice">{t("video.hint")}</p>
    </section>
  );
}
