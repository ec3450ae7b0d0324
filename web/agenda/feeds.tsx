// Links by which calendar programs read what somebody has to do. A link is
// shown once: the office itself knows no more of it than its print.

import { useState } from "preact/hooks";
import { useAction } from "../shared/api.ts";
import { pick, t } from "../shared/i18n.ts";
import { About, Button, Dialog, Notice, Problem } from "../shared/ui.tsx";
import { command } from "../staff/booking.ts";
import type { Agenda, Resource } from "./agenda.ts";

interface FeedsProps {
  office: string;
  agenda: Agenda;
  open: boolean;
  onClose(): void;
}

export function FeedsDialog(props: FeedsProps) {
  const { agenda, open, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} title={t("agenda.feeds_title")}>
      <p class="soft">{t("agenda.feeds_hint")}</p>
      {agenda.resources.length === 0 && (
        <Notice>{t("agenda.no_resources")}</Notice>
      )}
      <ul class="call-list">
        {agenda.resources.map((resource) => (
          <OneFeed key={resource.id} {...props} resource={resource} />
        ))}
      </ul>
    </Dialog>
  );
}

function OneFeed({ office, resource }: FeedsProps & { resource: Resource }) {
  const [link, show] = useState("");
  const [names, withNames] = useState(resource.feed?.names ?? false);
  const name = pick(resource.name);
  const opening = useAction(async (key) => {
    const fields = { resource: resource.id, names };
    const { token = "" } = await command<{ token?: string }>(
      office, "open_feed", fields, key);
    show(`${location.origin}/api/v1/calendars/${token}.ics`);
  });
  const closing = useAction(async (key) => {
    await command(office, "close_feed", { resource: resource.id }, key);
    show("");
  });
  return (
    <li class="call">
      <p>
        <b>{name}</b>{" "}
        {resource.feed && <span class="soft">{t(resource.feed.names
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
          {t(resource.feed ? "agenda.feed_again" : "agenda.feed_open")}
          <About name={name} />
        </button>
        {resource.feed && (
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
