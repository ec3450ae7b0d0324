// Whose address it is, is shown by a code that is sent there.

import { useEffect, useState } from "preact/hooks";
import { post, useAction, type Refusal } from "../shared/api.ts";
import { serverNow, useNow } from "../shared/clock.ts";
import { t } from "../shared/i18n.ts";
import { isLandline } from "../shared/phone.ts";
import { Button, Field, Problem } from "../shared/ui.tsx";
import type { Hold, Person, Site, Slot } from "./booking.ts";
import { nearIn } from "./booking.ts";
import { Kept } from "./details_step.tsx";
import { Heading } from "./heading.tsx";
import { Near } from "./near.tsx";

interface ProofProps {
  lead: string;
  hold: Hold;
  site: Site;
  person: Person;
  busy: boolean;
  holding: boolean; // Another time is being asked for.
  problem: Refusal | null; // Of confirming.
  choose(slot: Slot): void;
  confirm(code: string): void;
  change(): void; // The address.
}

export function Proof(props: ProofProps) {
  const { lead, hold, site, person, problem, change } = props;
  const ways = waysTo(person);
  const [way, go] = useState(ways[0]!);
  const sent = useCode(hold, way, person);
  const ofCode = problem && aboutCode.includes(problem.name) ? problem : null;
  const other = ways.find((one) => one !== way);
  return (
    <>
      <Heading lead={lead}>{t("book.code_title")}</Heading>
      <Near
        problem={ofCode ? null : problem} site={site} busy={props.holding}
        choose={props.choose}
      />
      {!nearIn(problem) && <Kept hold={hold} site={site} />}
      <div class="stack">
        <p role="status">
          {sent.at > 0 && t(way === "phone" ? "book.code_by_text"
            : "book.code_by_mail", { to: person[way] })}
        </p>
        <Problem problem={sent.problem} />
        <CodeForm busy={props.busy} problem={ofCode} confirm={props.confirm} />
        <div class="doings">
          <Again at={sent.at} busy={sent.busy} send={sent.send} />
          {other && <Button look="quiet" onClick={() => go(other)}>
            {t("book.code_other", { to: person[other] })}
          </Button>}
          <Button look="quiet" onClick={change}>
            {t("book.code_change")}
          </Button>
        </div>
      </div>
    </>
  );
}

const aboutCode = ["code_needed", "code_wrong", "too_many_codes"];

type Way = "phone" | "email";

/** A telephone first, for it is at hand; one that texts reach. */
function waysTo({ phone, email }: Person): Way[] {
  const ways: Way[] = [];
  if (phone && !(isLandline(phone) && email)) ways.push("phone");
  if (email) ways.push("email");
  return ways;
}

/** Sent when the step begins, and to the other address when that is chosen. */
function useCode(hold: Hold, way: Way, person: Person) {
  const [at, note] = useState(0);
  const sending = useAction(async (key: string, to: string) => {
    await post("/visit/code", { [way]: to }, { key, token: hold.token });
    note(serverNow());
  });
  const send = () => sending.start(person[way]);
  useEffect(() => {
    note(0);
    void send();
  }, [hold.token, way]);
  return { at, send, busy: sending.busy, problem: sending.problem };
}

interface CodeFormProps {
  busy: boolean;
  problem: Refusal | null;
  confirm(code: string): void;
}

function CodeForm({ busy, problem, confirm }: CodeFormProps) {
  const [typed, type] = useState("");
  const [tried, tryIt] = useState(false);
  const code = typed.replace(/\D/g, "");
  const isWhole = code.length === 6;
  const submit = (event: Event) => {
    event.preventDefault();
    tryIt(true);
    if (isWhole) confirm(code);
    else (event.currentTarget as HTMLFormElement).code.focus();
  };
  const error = tried && !isWhole ? t("book.code_short") : problem?.message;
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <Field label={t("book.code")} hint={t("book.code_hint")} error={error}>
        {(ids) => <input
          {...ids} class="code-input number" name="code" type="text"
          inputMode="numeric" autoComplete="one-time-code" maxLength={12}
          required value={typed} aria-invalid={error !== undefined}
          onInput={(event) => {
            tryIt(false);
            type(event.currentTarget.value);
          }}
        />}
      </Field>
      <Button look="main" wide type="submit" busy={busy}>
        {t("book.confirm")}
      </Button>
    </form>
  );
}

const pause = 30_000;

/** Not at once: the first one may still be on its way. */
function Again({ at, busy, send }: {
  at: number; busy: boolean; send(): Promise<boolean>;
}) {
  const left = Math.ceil((at + pause - useNow()) / 1000);
  if (at > 0 && left > 0)
    return <p class="soft">{t("book.code_wait", { count: left })}</p>;
  return (
    <Button busy={busy} onClick={() => void send()}>
      {t("book.code_again")}
    </Button>
  );
}
