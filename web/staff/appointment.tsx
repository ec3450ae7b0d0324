// Moving and cancelling an appointment that is there, each in a dialog.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Dialog, Problem } from "../shared/ui.tsx";
import { dateThere, timeThere } from "../shared/zoned.ts";
import {
  command, fieldsOf, type Answer, type Site, type Start, type Wish,
} from "./booking.ts";
import { Reason, Sheet } from "./forms.tsx";
import type { Role } from "./topic.ts";
import { When } from "./when.tsx";

/** What there is to move or to cancel. */
export interface Held extends Wish {
  id: number;
  start: number;
  name: string;
}

interface MoveProps {
  office: string;
  site: Site;
  role: Role;
  held: Held | null; // Null: closed.
  onDone(said: string): void;
  onClose(): void;
}

export function MoveDialog(props: MoveProps) {
  const { held, onClose } = props;
  return (
    <Dialog
      open={held !== null} onClose={onClose}
      title={t("phone.move_for", { name: held?.name ?? "" })}
    >{held && <Move {...props} held={held} />}</Dialog>
  );
}

function Move(props: MoveProps & { held: Held }) {
  const { office, site, role, held, onDone } = props;
  const { id, start: _, name: __, ...wish } = held;
  const moving = useAction(async (key, to: Start) => {
    const fields = { visit: { id }, ...fieldsOf(to) };
    await command<Answer>(office, "move_booking", fields, key);
    onDone(t("phone.moved", { time: said(to.start, site) }));
  });
  return (
    <>
      <p class="soft">{said(held.start, site)}</p>
      <When
        office={office} wish={wish} site={site} role={role} moved={id}
        busy={moving.busy} problem={moving.problem}
        choose={(to) => void moving.start(to)}
      />
    </>
  );
}

function said(at: number, site: Site): string {
  return `${dateThere(at, site.zone)}, ${timeThere(at, site.zone)}`;
}

const common = [
  "desk.cancel_asked", "phone.cancel_moved", "desk.cancel_twice",
] as const;

interface CancelProps {
  office: string;
  held: Held | null;
  onDone(said: string): void;
  onClose(): void;
}

export function CancelDialog(props: CancelProps) {
  const { held, onClose } = props;
  return (
    <Dialog
      open={held !== null} onClose={onClose} title={t("phone.cancel_title")}
    >{held && <Cancel {...props} held={held} />}</Dialog>
  );
}

function Cancel(props: CancelProps & { held: Held }) {
  const { office, held, onDone, onClose } = props;
  const [reason, change] = useState("");
  const [tried, tryIt] = useState(false);
  const ending = useAction(async (key, why: string) => {
    const fields = { visit: { id: held.id }, reason: why };
    await command(office, "cancel", fields, key);
    onDone(t("phone.cancelled"));
  });
  return (
    <Sheet
      hint={t("phone.cancel_hint")} go={t("phone.cancel_go")} danger
      busy={ending.busy} onBack={onClose}
      onSubmit={() => {
        tryIt(true);
        if (reason.trim()) void ending.start(reason.trim());
      }}
    >
      <Problem problem={ending.problem} />
      <Reason
        value={reason} common={common} onChange={change}
        error={tried && !reason.trim() ? t("desk.reason_needed") : undefined}
      />
    </Sheet>
  );
}
