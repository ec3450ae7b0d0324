// What the caller comes for: a digit chooses, Enter goes on to the times.

import { languages, pick, t, type Language } from "../shared/i18n.ts";
import { Field } from "../shared/ui.tsx";
import { minutesFor, type Booking } from "../staff/booking.ts";
import { Choice } from "../staff/forms.tsx";
import { changedTo, pickedBy, type Draft } from "./draft.ts";

interface WhatProps {
  booking: Booking;
  draft: Draft;
  language: string;
  change(draft: Draft): void;
  speak(language: string): void;
  goOn(): void;
}

export function What(props: WhatProps) {
  const { booking, draft, change, goOn } = props;
  const ids = booking.services.map(({ id }) => id);
  const hear = (event: KeyboardEvent) => {
    const picked = pickedBy(event, ids);
    if (picked) change(changedTo(booking, draft, picked));
    if (event.key !== "Enter" || event.repeat) return;
    event.preventDefault();
    goOn();
  };
  return (
    <div class="phone-what" onKeyDown={hear}>
      <fieldset class="services">
        <legend class="hidden">{t("reception.service")}</legend>
        <p class="soft services-hint">{t("phone.service_hint")}</p>
        {booking.services.map((service, index) => (
          <label key={service.id} class="service">
            <input
              type="radio" name="service" value={service.id}
              checked={service.id === draft.service}
              onChange={() => change(changedTo(booking, draft, service.id))}
            />
            {index < 9 && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span class="service-name">{pick(service.name)}</span>
            <span class="soft service-state">
              {t("book.minutes", { lo: minutesFor(service,
                service.id === draft.service ? draft.persons
                  : service.least_persons) })}
            </span>
          </label>
        ))}
      </fieldset>
      <Details {...props} />
    </div>
  );
}

/** Only what there is a choice of. */
function Details({ booking, draft, language, change, speak }: WhatProps) {
  const service = booking.services.find(({ id }) => id === draft.service);
  if (!service) return null;
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  const sites = booking.sites.filter(({ id }) => service.sites.includes(id));
  return (
    <div class="phone-details">
      {sites.length > 1 && (
        <Choice
          label={t("book_row.site")} value={draft.site}
          onChange={(site) => set({ site })}
          options={sites.map(({ id, name }) =>
            ({ value: id, text: pick(name) }))}
        />
      )}
      {service.places.length > 1 && (
        <Choice
          label={t("book_row.place")} value={draft.place}
          onChange={(place) => set({ place })}
          options={service.places.map((value) =>
            ({ value, text: t(`book_place.${value}`) }))}
        />
      )}
      {service.most_persons > service.least_persons && (
        <Field label={t("reception.people")}>
          {(ids) => (
            <input
              {...ids} type="number" value={draft.persons}
              min={service.least_persons} max={service.most_persons}
              onChange={(event) => set({ persons: Math.min(
                service.most_persons, Math.max(service.least_persons,
                  event.currentTarget.valueAsNumber || 1)) })}
            />
          )}
        </Field>
      )}
      <Choice
        label={t("reception.language")} value={language} onChange={speak}
        options={Object.entries(languages).map(([value, { name }]) =>
          ({ value: value as Language as string, text: name }))}
      />
    </div>
  );
}
