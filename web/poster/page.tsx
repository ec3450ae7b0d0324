// /poster/{office}: one A4 page for the door. In both languages at once, since
// paper has no switch; what is not paper does not print.

import { useEffect, useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { get, Refusal } from "../shared/api.ts";
import {
  languages, sayIn, t, type Key, type Language, type Words,
} from "../shared/i18n.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Button, Mark, Notice, Waiting } from "../shared/ui.tsx";
import "./poster.css";

interface Office {
  id: string;
  name: Words;
}

const spoken = Object.keys(languages) as Language[];
const steps = ["poster.step1", "poster.step2", "poster.step3"] as const;

function PosterPage() {
  const id = officeHere();
  const [office, show] = useState<Office | null>(null);
  const [problem, tell] = useState<string | null>(null);
  useEffect(() => {
    get<Office>(`/offices/${encodeURIComponent(id)}`).then(show, (error) => {
      if (!(error instanceof Refusal)) throw error;
      tell(error.message);
    });
  }, [id]);
  if (problem)
    return (
      <>
        <h1>{t("title.poster")}</h1>
        <Notice tone="bad" urgent>{problem}</Notice>
      </>
    );
  if (!office) return <Waiting />;
  return (
    <>
      <div class="poster-tools">
        <p class="soft">{t("poster.hint")}</p>
        <Button look="main" onClick={() => print()}>{t("poster.print")}</Button>
      </div>
      <Sheet office={office} />
    </>
  );
}

function Sheet({ office }: { office: Office }) {
  const path = `/join/${encodeURIComponent(office.id)}`;
  const code = `/api/v1/offices/${encodeURIComponent(office.id)}/poster.svg`;
  return (
    <article class="poster">
      <h1 class="poster-office">{office.name.fr ?? office.name.en}</h1>
      <div class="poster-scan">
        <Both of="poster.scan" />
      </div>
      <img class="poster-code" src={code} alt={t("poster.alt")} />
      <p class="poster-type">
        <Both of="poster.or_type" inline />
        <b>{location.host}{path}</b>
      </p>
      <ol class="poster-steps">
        {steps.map((step, index) => (
          <li key={step}>
            <span class="poster-count" aria-hidden="true">{index + 1}</span>
            <div><Both of={step} /></div>
          </li>
        ))}
      </ol>
      <div class="poster-foot">
        <div><Both of="poster.no_phone" /></div>
        <span class="poster-brand"><Mark />Suivant</span>
      </div>
    </article>
  );
}

/** The same words in every language, each marked as such. */
function Both({ of, inline }: { of: Key; inline?: boolean }) {
  return (
    <>
      {spoken.map((wish, index) => inline
        ? (
          <span key={wish} lang={wish}>
            {index > 0 && " / "}{sayIn(wish, of)}
          </span>
        )
        : (
          <p key={wish} lang={wish} class={`said-${index}`}>
            {sayIn(wish, of)}
          </p>
        ))}
    </>
  );
}

mount(() => (
  <Shell wide title={t("title.poster")}><PosterPage /></Shell>
));
