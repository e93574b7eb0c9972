"use client";

import { Badge, Text, type TableColumn } from "@bigcommerce/big-design";
import { useMemo } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { DataTable } from "#components/ui/table/data-table.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { webhookPath } from "#lib/client/paths.ts";
import type { Overview } from "#lib/contract/overview.ts";

type Words = typeof englishOverview.OVERVIEW;
type AttentionRow = Overview["needsAttention"][number] & { id: string };

/** Lines shown; the rest is on the Webhooks screen. */
const LINES_MAX = 6;

function StateCell({ health }: AttentionRow) {
  const { VERDICT_BADGES } = useWords(englishVerdicts);
  return <Badge {...VERDICT_BADGES[health.verdict]} />;
}

function RemedyCell({ scope, title, health }: AttentionRow) {
  const { COMMON } = useWords(englishCommon);
  const { remedyLabel } = useWords(englishVerdicts);
  const { store } = useStore();
  const label = health.remedy ? remedyLabel(health.remedy, health.verdict) : COMMON.viewDetails;
  return (
    <TextLink aria-label={COMMON.actionOn(label, title)} href={webhookPath(store, scope)} prefetch={false}>
      {label}
    </TextLink>
  );
}

const columnsIn = ({ columns }: Words): TableColumn<AttentionRow>[] => [
  { hash: "type", header: columns.type, render: ({ title }) => <>{title}</> },
  {
    hash: "state",
    header: columns.state,
    render: StateCell,
    width: 120,
  },
  { hash: "remedy", header: columns.remedy, render: RemedyCell, width: 120 },
];

/** What needs somebody, each with the way to what mends it. */
export function AttentionPanel({ overview }: { overview: Overview | undefined }) {
  const { OVERVIEW } = useWords(englishOverview);
  const columns = useMemo(() => columnsIn(OVERVIEW), [OVERVIEW]);
  const rows = overview?.needsAttention.slice(0, LINES_MAX).map((entry) => ({ ...entry, id: entry.scope }));
  return (
    <Panel title={OVERVIEW.attention}>
      {rows?.length === 0 ? (
        <Text>{OVERVIEW.allGood}</Text>
      ) : (
        <DataTable columns={columns} items={rows} name={OVERVIEW.attentionList} placeholderRows={3} />
      )}
    </Panel>
  );
}
