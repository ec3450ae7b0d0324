// Links by which calendar programs read what somebody has to do. A link is
// shown once: the office itself knows no more of it than its print.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { About, Button, Dialog, Notice, Problem } from "../shared/ui.tsx";
import { command } from "../staff/booking.ts";
import type { Agenda, Counter, Resource } from "./agenda.ts";
import { countersWithAgenda } from "./layout.ts";

interface FeedsProps {
  office: string;
  agenda: Agenda;
  open: boolean;
  onClose(): void;
}

/** Whose calendar it is, as the commands about it name them. */
type Of = { resource: string } | { counter: string };

export function FeedsDialog(props: FeedsProps) {
  const { agenda, open, onClose } = props;
  const counters = agenda.counters.filter((one) => one.feed
    || countersWithAgenda(agenda, agenda.visits).includes(one));
  return (
    <Dialog open={open} onClose={onClose} title={t("agenda.feeds_title")}>
      <p class="soft">{t("agenda.feeds_hint")}</p>
      {agenda.resources.length === 0 && (
        <Notice>{t("agenda.no_resources")}</Notice>
      )}
      <ul class="call-list">
        {agenda.resources.map((it) => (
          <OneFeed key={it.id} {...props} it={it} of={{ resource: it.id }} />
        ))}
        {counters.map((it) => (
          <OneFeed
            key={`counter ${it.id}`} {...props} it={it} of={{ counter: it.id }}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface OneProps extends FeedsProps {
  it: Resource | Counter;
  of: Of;
}

function OneFeed({ office, it, of }: OneProps) {
  const [link, show] = useState("");
  const [names, withNames] = useState(it.feed?.names ?? false);
  const name = pick(it.name);
  const opening = useAction(async (key) => {
    const fields = { ...of, names };
    const { token = "" } = await command<{ token?: string }>(
      office, "open_feed", fields, key);
    show(`${location.origin}/api/v1/calendars/${token}.ics`);
  });
  const closing = useAction(async (key) => {
    await command(office, "close_feed", { ...of }, key);
    show("");
  });
  return (
    <li class="call">
      <p>
        <b>{name}</b>{" "}
        {it.feed && <span class="soft">{t(it.feed.names
          ? "agenda.feed_with_names" : "agenda.feed_is_open")}</span>}
      </p>
      <label class="check">
        <input
          type="checkbox" checked={names}
          onChange={(event) => withNames(event.currentTarget.checked)}
        />
        {t("agenda.feed_names")}
      </label>
      <div class="quick">
        <button
          type="button" class="button button-small"
          onClick={() => void opening.start()}
        >
          {t(it.feed ? "agenda.feed_again" : "agenda.feed_open")}
          <About name={name} />
        </button>
        {it.feed && (
          <button
            type="button" class="button button-small"
            onClick={() => void closing.start()}
          >{t("agenda.feed_close")}<About name={name} /></button>
        )}
      </div>
      <Problem problem={opening.problem ?? closing.problem} />
      {link && <Link name={name} link={link} />}
    </li>
  );
}

function Link({ name, link }: { name: string; link: string }) {
  const [copied, note] = useState(false);
  const copy = () => navigator.clipboard?.writeText(link)
    .then(() => note(true), () => undefined);
  return (
    <div class="feed-link" role="status">
      <p>{t("agenda.feed_link", { name })}</p>
      <p><code>{link}</code></p>
      {navigator.clipboard && (
        <Button onClick={copy}>{t("agenda.feed_copy")}</Button>
      )}
      {copied && <span>{t("agenda.feed_copied")}</span>}
    </div>
  );
}
