// The kinds of slots there are templates for.

import { pick, t } from "../shared/i18n.ts";
import type { Template } from "./setup.ts";

interface ChooseProps {
  templates: Template[];
  isFirst: boolean; // Nothing stands above it on the page.
  choose(id: string): void;
}

export function ChooseTemplate({ templates, isFirst, choose }: ChooseProps) {
  const title = t("setup.choose");
  return (
    <section class="chooser" aria-labelledby="choose">
      {isFirst ? <h1 id="choose">{title}</h1> : <h2 id="choose">{title}</h2>}
      <p class="lead">{t("setup.choose_lead")}</p>
      <ul class="templates">
        {templates.map(({ id, name, about }) => (
          <li key={id}>
            <button type="button" class="template" onClick={() => choose(id)}>
              <span class="template-name">{pick(name)}</span>
              <span class="template-about">{pick(about)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
