// "/book/{office}": from a service to an appointment, one question at a time.

import { officeHere } from "../shared/address.ts";
import { noteServerTime } from "../shared/clock.ts";
import { useFetched } from "../shared/fetched.ts";
import { t } from "../shared/i18n.ts";
import { mount, Shell } from "../shared/shell.tsx";
import { Notice, Waiting } from "../shared/ui.tsx";
import { bookingOf } from "./booking.ts";
import { Flow } from "./flow.tsx";
import { appointmentToMove, linkToMove } from "./moving.ts";
import { linkOfPreview } from "./preview.ts";
import { Trouble } from "./trouble.tsx";
import "../shared/visitor.css";
import "./book.css";

async function load(office: string) {
  const [booking, moving] = await Promise.all([
    bookingOf(office), appointmentToMove(),
  ]);
  noteServerTime(booking.now);
  return { booking, moving };
}

function Page() {
  const office = officeHere();
  const { value, problem, again } = useFetched(() => load(office), office);
  const isUnknown = problem?.status === 404;
  const isPreview = linkOfPreview() !== "";
  return (
    <Shell title={t(linkToMove() ? "book.move_title" : "title.book")}
      look="booking">
      {isPreview && !isUnknown && <div class="preview" role="note">
        <strong>{t("book.preview_title")}</strong>
        <span>{t("book.preview_lead")}</span>
      </div>}
      {!value && !problem && <Waiting />}
      {problem && <div class="stack">
        <h1>{t("title.book")}</h1>
        {isUnknown ? <Notice tone="bad" urgent>{t(isPreview
          ? "book.preview_gone"
          : linkToMove() ? "book.nothing_to_move" : "join.unknown")}</Notice>
          : <Trouble problem={problem} again={again} />}
      </div>}
      {value && linkToMove() && !value.moving && <div class="stack">
        <h1>{t("book.move_title")}</h1>
        <Notice tone="warn">{t("book.nothing_to_move")}</Notice>
      </div>}
      {value && (value.moving || !linkToMove()) && <Flow {...value} />}
    </Shell>
  );
}

mount(() => <Page />);
