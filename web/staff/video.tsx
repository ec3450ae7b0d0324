// The other side of an appointment by video.

import { get } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import type { Visit } from "./topic.ts";

interface VideoProps {
  office: string;
  visit: Visit;
}

/** Nothing for who comes to the counter. */
export function VisitVideo({ office, visit }: VideoProps) {
  if (visit.appointment?.place !== "video") return null;
  return <Asked office={office} visit={visit} />;
}

function Asked({ office, visit }: VideoProps) {
  const path = `/offices/${encodeURIComponent(office)}/visits/${visit.id}/video`;
  const { value, problem } = useFetched(
    () => get<{ link: string }>(path), path);
  if (problem) return <p class="soft">{problem.message}</p>;
  return value && <VideoLink link={value.link} />;
}

export function VideoLink({ link }: { link: string }) {
  return (
    <p>
      <a
        class="button" href={link} target="_blank" rel="noopener noreferrer"
      >{t("video.join")}</a>
    </p>
  );
}
