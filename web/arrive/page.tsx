// "/arrive/{office}#123456": what the code at the door leads to. Finds the
// appointment that was booked in this browser, and takes the code there.

import { officeHere } from "../shared/address.ts";
import { seeDoorCode } from "../shared/door_code.ts";
import { heldAppointments, type HeldAppointment }
  from "../shared/held_appointments.ts";
import { t } from "../shared/i18n.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { dateThere, dayThere, timeThere } from "../shared/zoned.ts";

function todays(office: string): HeldAppointment[] {
  const now = Date.now();
  return heldAppointments().filter(({ office: of, start, zone }) =>
    of === office && dayThere(now, zone) === dayThere(start, zone));
}

function Arrive({ code, mine }: { code: string; mine: HeldAppointment[] }) {
  return (
    <Shell title={t("title.arrive")}>
      <div class="stack">
        <h1>{t("title.arrive")}</h1>
        {mine.length > 1 && <>
          <p>{t("arrive.which")}</p>
          {mine.map(({ token, start, zone }) => <a
            key={token} class="button button-wide" href={`/ticket/#${token}`}
          >{dateThere(start, zone)}, {timeThere(start, zone)}</a>)}
        </>}
        {mine.length === 0 && <>
          <p>{t("arrive.none")}</p>
          {code && <p class="door-code number">{code}</p>}
          <a
            class="button button-wide"
            href={`/join/${encodeURIComponent(officeHere())}`}
          >{t("title.join")}</a>
        </>}
      </div>
    </Shell>
  );
}

function start() {
  const office = officeHere();
  const code = location.hash.slice(1);
  const mine = todays(office);
  if (code) seeDoorCode(office, code);
  if (mine.length === 1) location.replace(`/ticket/#${mine[0]!.token}`);
  else mount(() => <Arrive code={code} mine={mine} />);
}

start();
