// The last step of moving an appointment: from when to when.

import { post, useAction } from "../shared/api.ts";
import { holdAppointment } from "../shared/held_appointments.ts";
import { t } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import type { Site, Slot } from "./booking.ts";
import { Heading } from "./heading.tsx";
import type { Moving } from "./moving.ts";
import { Near } from "./near.tsx";

interface MoveProps {
  office: string;
  site: Site;
  moving: Moving;
  to: number;
  choose(slot: Slot): void;
}

export function MoveStep({ office, site, moving, to, choose }: MoveProps) {
  const { token } = moving;
  const doing = useAction(async (key: string, start: number) => {
    await post("/visit/move", { start }, { key, token });
    holdAppointment({ token, office, start, zone: site.zone });
    location.replace(`/ticket/#${token}`);
    await new Promise(() => undefined); // Stays busy until the page is gone.
  });
  const said = (at: number) =>
    `${dateThere(at, site.zone)}, ${timeThere(at, site.zone)}`;
  return (
    <>
      <Heading>{t("book.move_title")}</Heading>
      <div class="stack">
        <Near
          problem={doing.problem} site={site} busy={doing.busy} choose={choose}
        />
        <dl class="card from-to">
          <div><dt>{t("book.move_from")}</dt>
            <dd><del>{said(moving.start)}</del></dd></div>
          <div><dt>{t("book.move_to")}</dt>
            <dd><strong>{said(to)}</strong></dd></div>
        </dl>
        <Button look="main" wide busy={doing.busy}
          onClick={() => doing.start(to)}>{t("book.move_do")}</Button>
        <a class="button button-wide button-quiet" href={`/ticket/#${token}`}>
          {t("book.move_keep")}
        </a>
      </div>
    </>
  );
}
