// The times of one day, as they are now: asked once, and from then on told by
// the live channel. What others took meanwhile stays in its place, greyed out,
// so that nothing moves under a finger.

import { useEffect, useRef, useState } from "preact/hooks";
import { useFetched } from "../shared/fetched.ts";
import { live } from "../shared/live.ts";
import { slotsOn, type Slot, type Wish } from "./booking.ts";
import { linkOfPreview } from "./preview.ts";
import { withGone, type ShownSlot } from "./shown_slots.ts";

export function useDay(
  office: string, wish: Wish, day: string, refused: string | undefined,
) {
  const topic = topicOf(office, wish, day);
  const asked = useFetched(
    () => slotsOn(office, wish, day),
    `${topic} ${refused}`, // After a refusal things are no longer as they were.
  );
  const [told, setTold] = useState<{ topic: string; slots: Slot[] } | null>(
    null);
  // What is told live is of the office as it is, and not of a preview.
  useEffect(() => linkOfPreview() ? undefined
    : live.follow<{ slots: Slot[] }>(topic, {
      resumes: false,
      onValue: ({ slots }) => setTold({ topic, slots }),
    }), [topic]);
  const now = told?.topic === topic ? told.slots : asked.value;
  const known = useRef<{ topic: string; all: ShownSlot[] }>({ topic, all: [] });
  if (known.current.topic !== topic) known.current = { topic, all: [] };
  if (now) known.current.all = withGone(known.current.all, now);
  return { ...asked, value: now && known.current.all };
}

/** As the server writes it, or it is not heard. */
export function topicOf(office: string, wish: Wish, day: string): string {
  const { service, site, persons, place } = wish;
  return ["slots", office, service, site, persons, place, day].join("/");
}
