"use client";

import type { TableColumn } from "@bigcommerce/big-design";
import { useMemo } from "react";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { SettingsView } from "#lib/contract/settings.ts";
import { SignOutButtons } from "./sign-out-buttons.tsx";

type PersonRow = SettingsView["people"][number] & { id: string };

const columnsIn = (words: typeof englishSettings.SETTINGS): TableColumn<PersonRow>[] => [
  {
    hash: "email",
    header: words.email,
    render: ({ email, isYou }) => (
      <span style={{ overflowWrap: "anywhere" }}>{isYou ? words.you(email) : email}</span>
    ),
  },
  {
    hash: "role",
    header: words.role,
    render: ({ isOwner }) => <>{isOwner ? words.owner : words.member}</>,
  },
  { hash: "seen", header: words.lastSeen, render: ({ lastSeenAt }) => <RelativeTime iso={lastSeenAt} /> },
];

/** Who may open the app of this store, and how their sessions end. */
export function PeoplePanel({ people }: { people: SettingsView["people"] | undefined }) {
  const { SETTINGS } = useWords(englishSettings);
  const columns = useMemo(() => columnsIn(SETTINGS), [SETTINGS]);
  // Two people may share an address; their order tells them apart.
  const rows = people?.map((person, index) => ({ ...person, id: `${index} ${person.email}` }));
  return (
    <Panel action={<SignOutButtons />} description={SETTINGS.peopleText} title={SETTINGS.people}>
      <DataTable columns={columns} items={rows} name={SETTINGS.peopleList} placeholderRows={2} />
    </Panel>
  );
}
