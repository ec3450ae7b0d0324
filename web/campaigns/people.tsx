// The people of a mass cancellation, a page of them after the other.

import { pick, t, type Key } from "../shared/i18n.ts";
import { Button } from "../shared/ui.tsx";
import { localInWords, type Choices, type Fated, type Person }
  from "./campaign.ts";

interface PeopleProps {
  label: string; // Of the table.
  people: (Person | Fated)[];
  choices: Choices;
  count: number;
  busy: boolean;
  onMore(): void;
}

const fates: Record<string, Key> = {
  postponed: "campaigns.fate.postponed",
  offered: "campaigns.fate.offered",
  booked: "campaigns.fate.booked",
  cancelled: "campaigns.fate.cancelled",
  left: "campaigns.fate.left",
};

export function People(props: PeopleProps) {
  const { people, count } = props;
  const hasFates = people.some((one) => "fate" in one);
  return (
    <div class="stack">
      <div class="people" tabIndex={0} role="region" aria-label={props.label}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t("campaigns.visit")}</th>
              <th scope="col">{t("campaigns.when")}</th>
              <th scope="col">{t("campaigns.service")}</th>
              <th scope="col">{t("campaigns.reach")}</th>
              {hasFates && <th scope="col">{t("campaigns.fate")}</th>}
            </tr>
          </thead>
          <tbody>
            {people.map((one) => (
              <Row key={one.visit} one={one} choices={props.choices} />
            ))}
          </tbody>
        </table>
      </div>
      {people.length < count && (
        <Button busy={props.busy} onClick={props.onMore}>
          {t("campaigns.more")} ({people.length}/{count})
        </Button>
      )}
    </div>
  );
}

function Row({ one, choices }: { one: Person | Fated; choices: Choices }) {
  const service = choices.services.find(({ id }) => id === one.service);
  return (
    <tr>
      <td class="number">{one.visit}</td>
      <td class="number">{localInWords(one.local)}</td>
      <td>{service ? pick(service.name) : one.service}</td>
      <td class={one.reachable ? "" : "unreachable"}>
        {t(one.reachable ? "campaigns.reach_yes" : "campaigns.reach_no")}
      </td>
      {"fate" in one && <td>{fateInWords(one)}</td>}
    </tr>
  );
}

function fateInWords(one: Fated): string {
  const fate = t(fates[one.fate] ?? "campaigns.fate.other");
  const start = one.fate === "booked" ? one.again : one.offered;
  if (start) return `${fate} – ${localInWords(start)}`;
  return one.reason ? `${fate} – ${t(`campaigns.why.${one.reason}`)}` : fate;
}
