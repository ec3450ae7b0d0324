// The appointment for the calendar of the device. The link of the visit goes
// along as a header and so stands in no address.

import { get, useAction } from "../shared/api.ts";
import { t } from "../shared/i18n.ts";
import { Button, Problem } from "../shared/ui.tsx";

export function CalendarButton({ token }: { token: string }) {
  const saving = useAction(async () => {
    const text = await get<string>("/visit/appointment.ics", { token });
    save(new Blob([text], { type: "text/calendar" }), t("ticket.file"));
  });
  return (
    <>
      <Problem problem={saving.problem} />
      <Button busy={saving.busy} onClick={() => saving.start()}>
        {t("ticket.to_calendar")}
      </Button>
    </>
  );
}

function save(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${name}.ics`;
  link.click();
  // Some browsers read it only after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
