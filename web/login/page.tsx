// /login/: staff sign in, and go back to where they came from.

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { get, Refusal } from "../shared/api.ts";
import { clockTime, pick, t, type Words } from "../shared/i18n.ts";
import { roleIn, signIn, signOut, whoIsHere, type Session }
  from "../shared/session.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Button, Field, Notice, Waiting } from "../shared/ui.tsx";
import { homeOf, nextPath } from "./next.ts";
import "./login.css";

function LoginPage() {
  const [session, admit] = useState<Session | null | "loading">("loading");
  const next = nextPath(location.search, location.origin);
  useEffect(() => {
    whoIsHere().then(admit, () => admit(null));
  }, []);
  const enter = (known: Session) => {
    if (next) return location.assign(next);
    const [only, ...others] = Object.entries(known.roles);
    if (only && only[0] !== "*" && others.length === 0)
      return location.assign(homeOf(only[1], only[0]));
    admit(known);
  };
  if (session === "loading") return <Waiting />;
  return session
    ? <Places session={session} onOther={() => admit(null)} />
    : <LoginForm onEnter={enter} />;
}

function LoginForm({ onEnter }: { onEnter(session: Session): void }) {
  const [name, setName] = useState("");
  const [password, setPassword] = useState("");
  const [shown, show] = useState(false);
  const [tried, tryIt] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);

  const send = async (event: Event) => {
    event.preventDefault();
    tryIt(true);
    setProblem(null);
    if (busy) return;
    if (!name.trim()) return focusOn(form.current, "name");
    if (!password) return focusOn(form.current, "password");
    setBusy(true);
    try {
      onEnter(await signIn(name.trim(), password));
    } catch (error) {
      setProblem(wordsFor(error));
      focusOn(form.current, "password");
    }
    setBusy(false);
  };

  return (
    <form class="card login" ref={form} onSubmit={send} noValidate>
      <h1>{t("login.title")}</h1>
      {problem && <Notice tone="bad" urgent>{problem}</Notice>}
      <Field
        label={t("login.name")}
        error={tried && !name.trim() ? t("login.name_needed") : undefined}
      >
        {(ids) => (
          <input
            {...ids} name="name" type="text" value={name} maxLength={40}
            autocomplete="username" autocapitalize="none" spellcheck={false}
            aria-invalid={tried && !name.trim() ? true : undefined}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Field
          label={t("login.password")}
          error={tried && !password ? t("login.password_needed") : undefined}
        >
          {(ids) => (
            <input
              {...ids} name="password"
              type={(shown ? "text" : "password") as "password"}
              value={password} maxLength={512}
              autocomplete="current-password"
              aria-invalid={tried && !password ? true : undefined}
              onInput={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </Field>
        <label class="login-show">
          <input
            type="checkbox" checked={shown}
            onChange={(event) => show(event.currentTarget.checked)}
          />
          {t("login.show")}
        </label>
      </div>
      <Button type="submit" look="main" wide busy={busy}>
        {t("login.go")}
      </Button>
      <p class="soft">{t("login.forgotten")}</p>
    </form>
  );
}

function focusOn(form: HTMLFormElement | null, name: string) {
  form?.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}

/** A lock says until when it holds. */
function wordsFor(error: unknown): string {
  if (!(error instanceof Refusal)) throw error;
  if (error.name !== "locked_out") return error.message;
  const { until } = error.body as { until?: number };
  return until
    ? t("login.locked_until", { hour: clockTime(until) })
    : t("login.locked");
}

interface Office {
  id: string;
  name: Words;
}

interface PlacesProps {
  session: Session;
  onOther(): void;
}

/** Where somebody with roles in several places may go. */
function Places({ session, onOther }: PlacesProps) {
  const [offices, list] = useState<Office[] | null>(null);
  useEffect(() => {
    get<Office[]>("/offices").then(list, () => list([]));
  }, []);
  if (!offices) return <Waiting />;
  const mine = offices.filter(({ id }) => roleIn(session, id));
  const other = () => signOut().finally(onOther);
  return (
    <div class="card login">
      <p class="soft">{t("login.here", { name: session.name })}</p>
      <h1>{t("login.where")}</h1>
      {mine.length === 0 && <Notice tone="warn">{t("login.no_office")}</Notice>}
      {mine.map(({ id, name }) => (
        <section key={id} class="login-office">
          <h2>{pick(name)}</h2>
          <p class="login-pages">
            <Go to={`/desk/${encodeURIComponent(id)}`}>
              {t("home.desk")}
            </Go>
            <Go to={`/reception/${encodeURIComponent(id)}`}>
              {t("home.reception")}
            </Go>
          </p>
        </section>
      ))}
      <Button look="quiet" onClick={other}>{t("login.other")}</Button>
    </div>
  );
}

function Go({ to, children }: { to: string; children: ComponentChildren }) {
  return <a class="button" href={to}>{children}</a>;
}

mount(() => <Shell title={t("title.login")}><LoginPage /></Shell>);
