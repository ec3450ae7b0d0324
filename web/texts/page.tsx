// "/texts/{office}": what people are told by text and mail, in which words,
// when, and by which way; with what comes of the words beside them.

import { useState } from "preact/hooks";
import { officeHere } from "../shared/address.ts";
import { useAction, type Refusal } from "../shared/api.ts";
import { useFetched } from "../shared/fetched.ts";
import { pick, t, type Key } from "../shared/i18n.ts";
import { forAdministrators, signOut } from "../shared/session.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Button, Notice, Problem, Waiting } from "../shared/ui.tsx";
import { Editor } from "./editor.tsx";
import { JoinWords, Reminders } from "./lists.tsx";
import { Rules, Ways } from "./rules.tsx";
import { save, textsOf, type Messages, type Texts } from "./texts.ts";
import "./texts.css";

function Page() {
  const office = officeHere();
  const { value, problem } = useFetched(
    () => forAdministrators(office, textsOf), office);
  return (
    <Shell title={t("title.texts")} look="texts" tools={<Tools id={office} />}>
      <h1>{t("title.texts")}</h1>
      {!value && !problem && <Waiting />}
      <Problem problem={problem} />
      {value?.refused && <Notice tone="bad">{t("setup.no_right")}</Notice>}
      {value?.refused === false
        && <Work office={office} first={value.all} />}
    </Shell>
  );
}

function Tools({ id }: { id: string }) {
  const leave = () => signOut().finally(() => location.assign("/login/"));
  return (
    <>
      <a class="tool" href={`/setup/${encodeURIComponent(id)}`}>
        {t("title.setup")}
      </a>
      <button type="button" class="tool" onClick={leave}>
        {t("desk.sign_off")}
      </button>
    </>
  );
}

function Work({ office, first }: { office: string; first: Texts }) {
  const [known, know] = useState(first);
  const [messages, change] = useState<Messages>(first.messages);
  const [said, say] = useState("");
  const saving = useAction(async (key: string, wish: Messages) => {
    const now = await save(office, wish, known.version, key);
    know(now);
    change(now.messages);
    say(t("texts.saved"));
  });
  const edited = JSON.stringify(messages) !== JSON.stringify(known.messages);
  const edit = (now: Messages) => {
    say("");
    change(now);
  };
  const common = { texts: known, messages, change: edit };
  return (
    <form
      class="texts-form" noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (edited) void saving.start(messages);
      }}
    >
      <p class="place">{pick(known.name)}</p>
      <Rules {...common} />
      <Editor {...common} office={office} />
      <Ways {...common} />
      <Reminders {...common} />
      <JoinWords {...common} />
      <div class="texts-foot">
        <Wrong problem={saving.problem} />
        <p role="status">
          {said || t(edited ? "texts.edited" : "texts.as_saved")}
        </p>
        <Button
          look="main" type="submit" busy={saving.busy} aria-disabled={!edited}
        >{t("texts.save")}</Button>
      </div>
    </form>
  );
}

interface Found {
  where: string; // "messages.texts.booked.fr.sms.phone"
  what: string;
}

/** All that the office says is wrong, where it is, in words. */
function Wrong({ problem }: { problem: Refusal | null }) {
  const { problems = [] } = (problem?.body ?? {}) as { problems?: Found[] };
  return (
    <>
      <Problem problem={problem} />
      {problems.length > 0 && <ul class="texts-wrong">
        {problems.map(({ where, what }) => <li key={`${where} ${what}`}>
          <b>{placeInWords(where)}</b>{" "}
          {t(`setup_problem.${what}` as Key)}
        </li>)}
      </ul>}
    </>
  );
}

function placeInWords(where: string): string {
  const [, part = "", ...rest] = where.split(".");
  if (part === "texts") {
    const [about = "", language = "", ...more] = rest;
    const variable = more.length > 1 ? ` {{${more.at(-1)}}}` : "";
    const member = more.find((one) =>
      ["sms", "subject", "mail"].includes(one)) as "sms" | undefined;
    return `${t(`occasion.${about}` as Key)} (${language}), ${
      member ? t(`texts.part.${member}`) : more.join(" ")}${variable} :`;
  }
  const place = ["phone", "address", "sender", "reminders", "join"]
    .includes(part) ? t(`texts.${part as "phone"}`) : part;
  return `${[place, ...rest].join(" ")} :`;
}

mount(() => <Page />);
