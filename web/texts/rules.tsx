// Whether people are told at all, who the office is in a message, when it
// keeps quiet, and which way each message takes.

import { t, type Key } from "../shared/i18n.ts";
import { Field } from "../shared/ui.tsx";
import {
  clockOf, minutesOf, routes, type Messages, type Route, type Texts,
} from "./texts.ts";

interface RulesProps {
  texts: Texts;
  messages: Messages;
  change(messages: Messages): void;
}

type Typed = { currentTarget: { value: string } };

export function Rules({ messages, change }: RulesProps) {
  const { on = false, phone = "", address = "", sender = "" } = messages;
  const take = (name: "phone" | "address" | "sender") => (event: Typed) =>
    change({ ...messages, [name]: event.currentTarget.value });
  return (
    <section class="card" aria-labelledby="rules-title">
      <h2 id="rules-title">{t("texts.office")}</h2>
      <label class="tick">
        <input
          type="checkbox" name="on" checked={on}
          onChange={(event) =>
            change({ ...messages, on: event.currentTarget.checked })}
        />
        <span>{t("texts.on")}<span class="hint">{t("texts.on_hint")}</span>
        </span>
      </label>
      <div class="pair">
        <Field label={t("texts.phone")} hint={t("texts.phone_hint")}>
          {(ids) => <input
            {...ids} type="tel" name="phone" value={phone}
            onInput={take("phone")}
          />}
        </Field>
        <Field label={t("texts.sender")} hint={t("texts.sender_hint")}>
          {(ids) => <input
            {...ids} type="text" name="sender" value={sender} maxLength={16}
            onInput={take("sender")}
          />}
        </Field>
      </div>
      <Field label={t("texts.address")}>
        {(ids) => <textarea
          {...ids} name="address" rows={3} value={address}
          onInput={take("address")}
        />}
      </Field>
      <Quiet messages={messages} change={change} />
    </section>
  );
}

function Quiet({ messages, change }: Omit<RulesProps, "texts">) {
  const { quiet_from = 1260, quiet_to = 480 } = messages;
  const field = (name: "quiet_from" | "quiet_to", value: number) => (
    <Field label={t(`texts.${name}`)}>
      {(ids) => <input
        {...ids} type="time" name={name} value={clockOf(value)} required
        onInput={(event) => event.currentTarget.value && change({
          ...messages, [name]: minutesOf(event.currentTarget.value),
        })}
      />}
    </Field>
  );
  return (
    <fieldset class="group">
      <legend>{t("texts.quiet")}</legend>
      <p class="hint">{t("texts.quiet_hint")}</p>
      <div class="pair">
        {field("quiet_from", quiet_from)}
        {field("quiet_to", quiet_to)}
      </div>
    </fieldset>
  );
}

export function Ways({ texts, messages, change }: RulesProps) {
  return (
    <section class="card" aria-labelledby="ways-title">
      <h2 id="ways-title">{t("texts.ways")}</h2>
      <p class="hint">{t("texts.ways_hint")}</p>
      <div class="ways">
        {texts.occasions.map(({ about, route }) => (
          <Field key={about} label={t(`occasion.${about}` as Key)}>
            {(ids) => <select
              {...ids} name={`route-${about}`}
              value={messages.routes?.[about] ?? route}
              onChange={(event) => change({
                ...messages,
                routes: {
                  ...messages.routes,
                  [about]: event.currentTarget.value as Route,
                },
              })}
            >
              {routes.map((one) => <option key={one} value={one}>
                {t(`texts.route.${one}`)}
              </option>)}
            </select>}
          </Field>
        ))}
      </div>
    </section>
  );
}
