// What all staff pages share: nobody comes in without a role here, and the
// office's picture is there before anything else is drawn.

import type { ComponentChildren } from "preact";
import { officeHere } from "../shared/address.ts";
import { pick, t } from "../shared/i18n.ts";
import { signOut } from "../shared/session.ts";
import { Shell } from "../shared/shell.tsx";
import { Notice, Waiting } from "../shared/ui.tsx";
import { useDesk, useMember, useOffice, type Member, type Office }
  from "./office.ts";
import { supervises, type Desk, type Role } from "./topic.ts";

export interface Here {
  id: string; // Of the office.
  member: Member;
  desk: Desk;
  office: Office;
  offline: boolean;
}

/** The pages that staff go to and fro between. */
const pages = {
  desk: "desk.to_desk",
  reception: "desk.to_reception",
  phone: "desk.to_phone",
  agenda: "desk.to_agenda",
  campaigns: "desk.to_campaigns",
  results: "desk.to_results",
} as const;

const forSupervisors: (keyof typeof pages)[] = ["campaigns", "results"];

interface StaffPageProps {
  title: string;
  page: keyof typeof pages;
  children(here: Here): ComponentChildren;
}

export function StaffPage(props: StaffPageProps) {
  const id = officeHere();
  const member = useMember(id);
  if (member === "loading")
    return (
      <Shell wide title={props.title}>
        <h1 class="staff-h1">{props.title}</h1>
        <Waiting />
      </Shell>
    );
  if (member === "failed" || member === "no_right")
    return (
      <Shell title={props.title}>
        <h1 class="staff-h1">{props.title}</h1>
        <Notice tone="bad">
          {t(member === "failed" ? "desk.failed" : "desk.no_right")}
        </Notice>
        {member === "no_right" && (
          <p class="staff-links"><SignOff /></p>
        )}
      </Shell>
    );
  return <Inside {...props} id={id} member={member} />;
}

function Inside(props: StaffPageProps & { id: string; member: Member }) {
  const { id, member, title } = props;
  const { desk, refused, offline } = useDesk(id);
  const office = useOffice(id, desk);
  const tools = (
    <>
      <OtherPages id={id} here={props.page} role={member.role} />
      <span class="tool-who">{member.name}</span>
      <SignOff />
    </>
  );
  return (
    <Shell wide live title={title} tools={tools}>
      <h1 class="staff-h1">
        {desk ? pick(desk.office.name) : title}
        {desk && <span class="hidden"> – {title}</span>}
      </h1>
      {refused && !desk && <Notice tone="bad" urgent>{refused}</Notice>}
      {!desk && !refused && <Waiting />}
      {desk && props.children({ id, member, desk, office, offline })}
    </Shell>
  );
}

interface OtherPagesProps {
  id: string;
  here: keyof typeof pages;
  role: Role;
}

function OtherPages({ id, here, role }: OtherPagesProps) {
  const all = Object.keys(pages) as (keyof typeof pages)[];
  const names = all.filter((name) => name !== here
    && (supervises(role) || !forSupervisors.includes(name)));
  return (
    <nav class="tools" aria-label={t("desk.pages")}>
      {names.map((name) => (
        <a class="tool" key={name} href={`/${name}/${encodeURIComponent(id)}`}>
          {t(pages[name])}
        </a>
      ))}
    </nav>
  );
}

function SignOff() {
  const leave = () => signOut().finally(() => location.assign("/login/"));
  return (
    <button type="button" class="tool" onClick={leave}>
      {t("desk.sign_off")}
    </button>
  );
}
