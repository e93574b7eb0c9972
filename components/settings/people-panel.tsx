"use client";

import type { TableColumn } from "@bigcommerce/big-design";
import { DataTable } from "#components/ui/data-table.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SETTINGS } from "#components/words/settings.ts";
import type { SettingsView } from "#lib/contract/settings.ts";
import { SignOutButtons } from "./sign-out-buttons.tsx";

type PersonRow = SettingsView["people"][number] & { id: string };

const COLUMNS: TableColumn<PersonRow>[] = [
  {
    hash: "email",
    header: SETTINGS.email,
    render: ({ email, isYou }) => (
      <span style={{ overflowWrap: "anywhere" }}>{isYou ? SETTINGS.you(email) : email}</span>
    ),
  },
  {
    hash: "role",
    header: SETTINGS.role,
    render: ({ isOwner }) => <>{isOwner ? SETTINGS.owner : SETTINGS.member}</>,
  },
  { hash: "seen", header: SETTINGS.lastSeen, render: ({ lastSeenAt }) => <RelativeTime iso={lastSeenAt} /> },
];

/** Who may open the app of this store, and how their sessions end. */
export function PeoplePanel({ people }: { people: SettingsView["people"] | undefined }) {
  // Two people may share an address; their order tells them apart.
  const rows = people?.map((person, index) => ({ ...person, id: `${index} ${person.email}` }));
  return (
    <Panel action={<SignOutButtons />} description={SETTINGS.peopleText} title={SETTINGS.people}>
      <DataTable columns={COLUMNS} items={rows} name={SETTINGS.peopleList} placeholderRows={2} />
    </Panel>
  );
}
