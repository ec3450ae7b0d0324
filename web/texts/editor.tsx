// The words of one occasion, and what comes of them.

import { useEffect, useRef, useState } from "preact/hooks";
import { language, languages, pick, t, type Key } from "../shared/i18n.ts";
import { Button, Field } from "../shared/ui.tsx";
import { Preview } from "./preview.tsx";
import {
  isOwn, shownFor, withUsualWords, withWords, wordsFor, type Choice,
  type Messages, type Occasion, type Part, type Shown, type Texts, type Tongue,
} from "./texts.ts";

interface EditorProps {
  office: string;
  texts: Texts;
  messages: Messages;
  change(messages: Messages): void;
}

export function Editor({ office, texts, messages, change }: EditorProps) {
  const [of, choose] = useState<Choice>({
    about: "booked", service: "", language: language(),
  });
  const occasion = texts.occasions.find(({ about }) => about === of.about)!;
  const words = wordsFor(messages, occasion, of);
  const shown = useShown(office, of, words);
  return (
    <section class="card editor" aria-labelledby="editor-title">
      <h2 id="editor-title">{t("texts.words")}</h2>
      <Chooser texts={texts} messages={messages} of={of} choose={choose} />
      <div class="editor-sides">
        <Words
          key={`${of.about} ${of.service} ${of.language}`}
          occasion={occasion} words={words} shown={shown} of={of}
          type={(part, text) =>
            change(withWords(messages, occasion, of, part, text))}
        />
        <Preview shown={shown} language={of.language} />
      </div>
      {isOwn(messages, of) && <Button
        look="quiet" onClick={() => change(withUsualWords(messages, of))}
      >{t("texts.usual")}</Button>}
    </section>
  );
}

interface ChooserProps {
  texts: Texts;
  messages: Messages;
  of: Choice;
  choose(of: Choice): void;
}

/** Those with words of the office's own are marked. */
function Chooser({ texts, messages, of, choose }: ChooserProps) {
  const mark = (more: Partial<Choice>) =>
    isOwn(messages, { ...of, ...more }) ? ` – ${t("texts.own")}` : "";
  const take = (name: keyof Choice) =>
    (event: { currentTarget: { value: string } }) =>
      choose({ ...of, [name]: event.currentTarget.value });
  return (
    <div class="chooser">
      <Field label={t("texts.occasion")}>
        {(ids) => <select {...ids} value={of.about} onChange={take("about")}>
          {texts.occasions.map(({ about }) =>
            <option key={about} value={about}>
              {t(`occasion.${about}` as Key)}{mark({ about })}
            </option>)}
        </select>}
      </Field>
      <Field label={t("texts.service")}>
        {(ids) => <select
          {...ids} value={of.service} onChange={take("service")}
        >
          <option value="">
            {t("texts.all_services")}{mark({ service: "" })}
          </option>
          {texts.services.map(({ id, name }) =>
            <option key={id} value={id}>
              {pick(name)}{mark({ service: id })}
            </option>)}
        </select>}
      </Field>
      <Field label={t("page.language")}>
        {(ids) => <select
          {...ids} value={of.language} onChange={take("language")}
        >
          {(Object.keys(languages) as Tongue[]).map((tag) =>
            <option key={tag} value={tag} lang={tag}>
              {languages[tag].name}{mark({ language: tag })}
            </option>)}
        </select>}
      </Field>
    </div>
  );
}

interface WordsProps {
  occasion: Occasion;
  words: Record<Part, string>;
  shown: Shown | null;
  of: Choice;
  type(part: Part, text: string): void;
}

type Box = HTMLTextAreaElement | HTMLInputElement;

function Words({ occasion, words, shown, of, type }: WordsProps) {
  const last = useRef<{ part: Part; box: Box } | null>(null);
  const form = useRef<HTMLDivElement>(null);
  const box = (part: Part) => ({
    name: part, value: words[part], lang: of.language,
    onInput: (event: { currentTarget: { value: string } }) =>
      type(part, event.currentTarget.value),
    onFocus: (event: { currentTarget: Box }) => {
      last.current = { part, box: event.currentTarget };
    },
  });
  /** Where one was typing; else at the end of the text message. */
  const insert = (name: string) => {
    const at = last.current ?? {
      part: "sms" as const,
      box: form.current!.querySelector<HTMLTextAreaElement>("[name=sms]")!,
    };
    const { selectionStart, selectionEnd, value } = at.box;
    const from = last.current ? selectionStart ?? value.length : value.length;
    const to = last.current ? selectionEnd ?? from : from;
    const more = `{{${name}}}`;
    type(at.part, value.slice(0, from) + more + value.slice(to));
    requestAnimationFrame(() => {
      at.box.focus();
      at.box.setSelectionRange(from + more.length, from + more.length);
    });
  };
  return (
    <div class="stack" ref={form}>
      <Field
        label={t("texts.part.sms")} error={wrongIn(shown, "sms")}
      >{(ids) => <textarea {...ids} {...box("sms")} rows={5} />}</Field>
      <Field
        label={t("texts.part.subject")} error={wrongIn(shown, "subject")}
      >{(ids) => <input {...ids} {...box("subject")} type="text" />}</Field>
      <Field
        label={t("texts.part.mail")} error={wrongIn(shown, "mail")}
      >{(ids) => <textarea {...ids} {...box("mail")} rows={12} />}</Field>
      <div role="group" aria-label={t("texts.variables")}>
        <p class="hint">{t("texts.variables_hint")}</p>
        <div class="variables">
          {occasion.variables.map((name) => <button
            type="button" key={name} class="button button-small"
            onClick={() => insert(name)}
          >{t(`variable.${name}` as Key)}</button>)}
        </div>
      </div>
    </div>
  );
}

function wrongIn(shown: Shown | null, part: Part): string | undefined {
  const wrong = shown?.problems.filter((one) => one.part === part) ?? [];
  if (wrong.length === 0) return undefined;
  return wrong.map(({ what, variable }) =>
    t(`texts.problem.${what}` as Key, { variable: `{{${variable}}}` }))
    .join(" ");
}

const calm = 300; // Milliseconds without a key.

/** As the office makes it of these words; the last answer stays meanwhile. */
function useShown(office: string, of: Choice, words: Record<Part, string>) {
  const [shown, show] = useState<Shown | null>(null);
  const asked = JSON.stringify({ ...of, ...words });
  useEffect(() => {
    let over = false;
    const ask = () => shownFor(office, JSON.parse(asked)).then(
      (now) => !over && show(now), () => null);
    const timer = setTimeout(ask, shown ? calm : 0);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [office, asked]);
  return shown;
}
