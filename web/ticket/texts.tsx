// What a person wants by text: a word when their turn is near, or nothing
// more. Only where the number they gave takes texts.

import { post, get, useAction } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { Button, Field, Problem } from "../shared/ui.tsx";
import { useVisitAction } from "./choices.tsx";
import type { Visit } from "./visit.ts";

interface TextsProps {
  visit: Visit;
  token: string;
}

export function Texts({ visit, token }: TextsProps) {
  return visit.texts ? <Wishes visit={visit} token={token} /> : null;
}

function Wishes({ visit, token }: TextsProps) {
  const { value, again } = useFetched(
    () => get<{ on: boolean }>("/visit/texts", { token }), token);
  const wanting = useAction(async (key: string, on: boolean) => {
    await post("/visit/texts", { on }, { key, token });
    await again();
  });
  if (!value) return null;
  return (
    <section class="texts" aria-labelledby="texts-title">
      <h2 id="texts-title">{t("ticket.texts")}</h2>
      <p role="status">{t(value.on ? "ticket.texts_on" : "ticket.texts_off")}</p>
      {value.on && visit.phase === "waiting"
        && <Near visit={visit} token={token} />}
      <Problem problem={wanting.problem} />
      <Button
        look={value.on ? "quiet" : "plain"} busy={wanting.busy}
        onClick={() => wanting.start(!value.on)}
      >{t(value.on ? "ticket.texts_stop" : "ticket.texts_allow")}</Button>
    </section>
  );
}

const offered = [0, 1, 2, 3, 5];

/** When so many are before them; none: not at all. */
function Near({ visit, token }: TextsProps) {
  const asking = useVisitAction(token, "notice");
  const { notice = 0 } = visit;
  const all = offered.includes(notice) ? offered : [...offered, notice];
  return (
    <>
      <Field label={t("ticket.notice")}>
        {(ids) => <select
          {...ids} name="notice" value={notice} aria-busy={asking.busy}
          onChange={(event) =>
            void asking.start({ places: Number(event.currentTarget.value) })}
        >
          {all.map((count) => <option key={count} value={count}>
            {count === 0 ? t("ticket.notice_never")
              : t("ticket.notice_at", { count })}
          </option>)}
        </select>}
      </Field>
      <Problem problem={asking.problem} />
    </>
  );
}
