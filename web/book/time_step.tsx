// The times of one day, live. Choosing one keeps it for a while; somebody else
// may have been quicker, and then the nearest ones are at hand.

import type { Refusal } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Notice, Waiting } from "../shared/ui.tsx";
import { dayInWords, foreignZone, timeThere } from "../shared/zoned.ts";
import type { Site, Slot, Wish } from "./booking.ts";
import { Heading } from "./heading.tsx";
import { useDay } from "./live_day.ts";
import type { ShownSlot } from "./shown_slots.ts";
import { Near } from "./near.tsx";
import { Trouble } from "./trouble.tsx";

interface TimeStepProps {
  office: string;
  wish: Wish;
  site: Site;
  day: string;
  busy: boolean;
  problem: Refusal | null; // With the last time that was asked for.
  note?: string | undefined; // About the time that was chosen.
  choose(slot: Slot): void;
  back(): void;
}

export function TimeStep(props: TimeStepProps) {
  const { office, wish, site, day, busy, problem, choose, back } = props;
  const { value: slots, problem: lost, again } = useDay(
    office, wish, day, problem?.name);
  const zone = slots?.[0] ? foreignZone(slots[0].start, site.zone) : "";
  return (
    <>
      <Heading lead={dayInWords(day)}>{t("book.which_time")}</Heading>
      <div class="stack">
        <Near
          problem={problem} site={site} busy={busy} choose={choose}
        />
        {props.note && <Notice urgent>{props.note}</Notice>}
        {zone && <p class="zone">{t("book.zone", { zone })}</p>}
        {!slots && !lost && <Waiting />}
        <Trouble problem={lost} again={again} />
        {slots?.every(({ gone }) => gone) && <div class="nothing" role="status">
          <p><strong>{t("book.day_gone")}</strong></p>
          <Button onClick={back}>{t("book.other_day")}</Button>
        </div>}
        {slots && partsOf(slots, site.zone).map(([part, times]) =>
          <Part key={part} {...{ part, times, site, busy, choose }} />)}
      </div>
    </>
  );
}

type PartName = "morning" | "afternoon" | "evening";

function partsOf(
  slots: ShownSlot[], zone: string,
): [PartName, ShownSlot[]][] {
  const partAt = ({ start }: ShownSlot): PartName => {
    const time = timeThere(start, zone);
    if (time < "12:30") return "morning";
    return time < "18:00" ? "afternoon" : "evening";
  };
  const names: PartName[] = ["morning", "afternoon", "evening"];
  return names
    .map((name): [PartName, ShownSlot[]] =>
      [name, slots.filter((slot) => partAt(slot) === name)])
    .filter(([, times]) => times.length > 0);
}

interface PartProps {
  part: PartName;
  times: ShownSlot[];
  site: Site;
  busy: boolean;
  choose(slot: Slot): void;
}

function Part({ part, times, site, busy, choose }: PartProps) {
  return (
    <section class="part">
      <h2>{t(`book_part.${part}`)}</h2>
      <ul class="times">
        {times.map((slot) => <li key={slot.start}>
          <Button
            class={slot.gone ? "time time-gone" : "time"}
            aria-disabled={busy || slot.gone}
            onClick={() => !slot.gone && choose(slot)}
          >
            <span class="number">{timeThere(slot.start, site.zone)}</span>
            {slot.gone && <span class="time-more">{t("book.taken")}</span>}
            {!slot.gone && slot.left === 0 && <span class="time-more">
              {t("book.waiting_list")}
            </span>}
          </Button>
        </li>)}
      </ul>
    </section>
  );
}
