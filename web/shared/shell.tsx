// How every page begins: mount(<Page/>) puts it on the screen in the person's
// language, and <Shell> gives it the head with the mark and the language
// switch. Staff pages use <Shell wide>.

import { render, type ComponentChildren, type VNode } from "preact";
import { useEffect } from "preact/hooks";
import {
  language, languages, speak, t, useLanguage, type Language,
} from "./i18n.ts";
import { LiveNotice, Mark } from "./ui.tsx";

/** Pages are functions, so that a change of language renders all of them. */
export function mount(page: () => VNode) {
  const Root = () => {
    useLanguage();
    return page();
  };
  render(<Root />, document.getElementById("page")!);
}

interface ShellProps {
  title: string; // Of the document, and of the page for screen readers.
  wide?: boolean;
  live?: boolean; // Shows when the live connection is lost.
  since?: number | undefined; // See LiveNotice.
  look?: string; // A further class, for a page that changes its whole face.
  tools?: ComponentChildren; // Beside the language switch.
  children: ComponentChildren;
}

export function Shell(props: ShellProps) {
  useEffect(() => {
    document.title = `${props.title} – Suivant`;
  }, [props.title]);
  return (
    <div
      class={`shell${props.wide ? " shell-wide" : ""} ${props.look ?? ""}`}
    >
      <a class="skip" href="#main">{t("page.skip")}</a>
      <header class="head">
        <a class="brand" href="/"><Mark /><span>Suivant</span></a>
        <div class="head-tools">
          {props.tools}
          <LanguageSwitch />
        </div>
      </header>
      {props.live && <LiveNotice since={props.since} />}
      <main id="main" tabIndex={-1}>{props.children}</main>
    </div>
  );
}

export function LanguageSwitch() {
  return (
    <div class="languages" role="group" aria-label={t("page.language")}>
      {(Object.keys(languages) as Language[]).map((wish) => (
        <button
          type="button" key={wish} lang={wish}
          aria-pressed={wish === language()}
          onClick={() => speak(wish)}
        >{languages[wish].name}</button>
      ))}
    </div>
  );
}
