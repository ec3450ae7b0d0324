// Where an agent says at which counter they sit down.

import { t } from "../shared/i18n.ts";
import { moodOf } from "../staff/line.ts";
import { counterName, serviceName } from "../staff/names.ts";
import type { Desk } from "../staff/topic.ts";

interface ChooseCounterProps {
  desk: Desk;
  busy: boolean;
  offline: boolean;
  onChoose(counter: string): void;
}

export function ChooseCounter(props: ChooseCounterProps) {
  const { desk } = props;
  return (
    <section class="card present" aria-labelledby="choose-title">
      <h2 id="choose-title">{t("desk.choose_counter")}</h2>
      <p class="soft">{t("desk.choose_hint")}</p>
      <ul class="counter-choice">
        {Object.entries(desk.setup.counters).map(([id, counter]) => {
          const mood = moodOf(desk.counters[id]);
          const agent = desk.counters[id]?.agent ?? "";
          return (
            <li key={id}>
              <button
                type="button" class="counter-button" data-counter={id}
                disabled={mood !== "closed" || props.offline}
                aria-disabled={props.busy || undefined}
                onClick={() => props.onChoose(id)}
              >
                <b>{counterName(desk, id)}</b>
                <span class="counter-state">
                  {mood === "closed" ? t("desk.free_counter")
                    : t("desk.taken_by", { agent })}
                </span>
                <span class="soft counter-serves">
                  {counter.serves.map((service) => serviceName(desk, service))
                    .join(", ")}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
