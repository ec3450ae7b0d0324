// Connecting a hall screen or a kiosk: the screen shows a code, staff type it.

import { useState } from "preact/hooks";
import { post, useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Dialog, Field, Notice, Problem } from "../shared/ui.tsx";
import { Choice, Sheet } from "../staff/forms.tsx";

interface ScreensProps {
  office: string;
  open: boolean;
  onClose(): void;
}

export function ScreensDialog({ office, open, onClose }: ScreensProps) {
  return (
    <Dialog
      open={open} onClose={onClose} title={t("reception.screens_title")}
    >
      <ScreenForm office={office} onClose={onClose} />
    </Dialog>
  );
}

function ScreenForm({ office, onClose }: Omit<ScreensProps, "open">) {
  const [code, type] = useState("");
  const [kind, choose] = useState<"board" | "kiosk">("board");
  const [name, call] = useState(t("reception.screen_default"));
  const [done, finish] = useState(false);
  const { start, busy, problem } = useAction(async (key) => {
    const body = { code: code.trim().toUpperCase(), kind, name: name.trim() };
    await post(`/offices/${office}/pairings`, body, { key });
    finish(true);
  });
  if (done)
    return (
      <>
        <Notice tone="good">{t("reception.screen_done")}</Notice>
        <Button look="main" onClick={onClose}>{t("desk.close")}</Button>
      </>
    );
  return (
    <Sheet
      hint={t("reception.screens_hint")} go={t("reception.screen_go")}
      busy={busy} onBack={onClose} onSubmit={() => void start()}
    >
      <Problem problem={problem} />
      <Field label={t("reception.screen_code")}>
        {(ids) => (
          <input
            {...ids} type="text" class="screen-code" value={code}
            maxLength={10} autocomplete="off" autocapitalize="characters"
            spellcheck={false}
            onInput={(event) => type(event.currentTarget.value)}
          />
        )}
      </Field>
      <Choice
        label={t("reception.screen_kind")} value={kind}
        onChange={(wish) => choose(wish)}
        options={[
          { value: "board", text: t("reception.screen_board") },
          { value: "kiosk", text: t("reception.screen_kiosk") },
        ]}
      />
      <Field label={t("reception.screen_name")}>
        {(ids) => (
          <input
            {...ids} type="text" value={name} maxLength={60}
            onInput={(event) => call(event.currentTarget.value)}
          />
        )}
      </Field>
    </Sheet>
  );
}
