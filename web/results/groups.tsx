// The marks by service, by how long people waited and by how full it was.

import { useId } from "preact/hooks";
import { pick, t } from "../shared/i18n.ts";
import { Bar, markInWords } from "./question_chart.tsx";
import {
  inOrder, rangeInWords, type GroupResult, type Results,
} from "./results.ts";

export function Groups({ results }: { results: Results }) {
  const scales = results.questions.filter(({ kind }) => kind === "scale");
  if (scales.length === 0) return null;
  return (
    <>
      {(["service", "waited", "gauge"] as const).map((by) => (
        <GroupTable
          key={by} by={by} groups={inOrder(results.groups, by)}
          scales={scales}
        />
      ))}
    </>
  );
}

interface GroupTableProps {
  by: GroupResult["by"];
  groups: GroupResult[];
  scales: Results["questions"];
}

function GroupTable({ by, groups, scales }: GroupTableProps) {
  const id = useId();
  if (groups.length === 0) return null;
  return (
    <section class="card" aria-labelledby={id}>
      <h2 id={id}>{t(`results.by.${by}`)}</h2>
      <div class="wide" tabIndex={0} role="group" aria-labelledby={id}>
        <table class="groups">
          <thead>
            <tr>
              <th scope="col">{t(`results.part.${by}`)}</th>
              <th scope="col">{t("results.number")}</th>
              {scales.map((one) => (
                <th scope="col" key={one.id}>{pick(one.label)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <GroupRow key={group.group} group={group} scales={scales} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface GroupRowProps {
  group: GroupResult;
  scales: Results["questions"];
}

function GroupRow({ group, scales }: GroupRowProps) {
  const name = group.by !== "service" ? rangeInWords(group)
    : pick(group.name) || group.group || t("results.unnamed");
  if (group.few)
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={scales.length + 1} class="soft">{t("results.few")}</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{group.answers}</td>
      {scales.map(({ id }) => <MeanCell key={id} id={id} group={group} />)}
    </tr>
  );
}

function MeanCell({ id, group }: { id: string; group: GroupResult }) {
  const found = group.means?.find(({ question }) => question === id);
  if (!found) return <td class="soft">{t("results.few")}</td>;
  return (
    <td>
      <Bar percent={found.mean * 20}>
        {t("results.of_five", { mean: markInWords(found.mean) })}
      </Bar>
    </td>
  );
}
