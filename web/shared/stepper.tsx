// How many: one fewer, one more. Looks as visitor.css says.

import { t } from "./i18n.ts";
import { Button } from "./ui.tsx";

interface StepperProps {
  label: string;
  hint: string;
  least: number;
  most: number;
  count: number;
  change(count: number): void;
}

export function Stepper(props: StepperProps) {
  const { label, hint, least, most, count, change } = props;
  return (
    <fieldset class="persons">
      <legend>{label}</legend>
      <p class="hint">{hint}</p>
      <div class="stepper">
        <Button
          aria-label={t("join.fewer")} disabled={count <= least}
          onClick={() => change(count - 1)}
        >−</Button>
        <output>{t("join.persons_count", { count })}</output>
        <Button
          aria-label={t("join.more")} disabled={count >= most}
          onClick={() => change(count + 1)}
        >+</Button>
      </div>
    </fieldset>
  );
}
