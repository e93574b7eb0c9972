"use client";

import { Badge, Text, type TableColumn } from "@bigcommerce/big-design";
import { useStore } from "#components/shell/store-context.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { COMMON } from "#components/words/common.ts";
import { OVERVIEW } from "#components/words/overview.ts";
import { remedyLabel, VERDICT_BADGES } from "#components/words/verdicts.ts";
import { webhookPath } from "#lib/client/paths.ts";
import type { Overview } from "#lib/contract/overview.ts";

type AttentionRow = Overview["needsAttention"][number] & { id: string };

/** Lines shown; the rest is on the Webhooks screen. */
const LINES_MAX = 6;

function RemedyCell({ scope, title, health }: AttentionRow) {
  const { store } = useStore();
  const label = health.remedy ? remedyLabel(health.remedy, health.verdict) : COMMON.viewDetails;
  return (
    <TextLink aria-label={`${label} ${title}`} href={webhookPath(store, scope)} prefetch={false}>
      {label}
    </TextLink>
  );
}

const COLUMNS: TableColumn<AttentionRow>[] = [
  { hash: "type", header: OVERVIEW.columns.type, render: ({ title }) => <>{title}</> },
  {
    hash: "state",
    header: OVERVIEW.columns.state,
    render: ({ health }) => <Badge {...VERDICT_BADGES[health.verdict]} />,
    width: 120,
  },
  { hash: "remedy", header: OVERVIEW.columns.remedy, render: RemedyCell, width: 120 },
];

/** What needs somebody, each with the way to what mends it. */
export function AttentionPanel({ overview }: { overview: Overview | undefined }) {
  const rows = overview?.needsAttention.slice(0, LINES_MAX).map((entry) => ({ ...entry, id: entry.scope }));
  return (
    <Panel title={OVERVIEW.attention}>
      {rows?.length === 0 ? (
        <Text>{OVERVIEW.allGood}</Text>
      ) : (
        <DataTable columns={COLUMNS} items={rows} name={OVERVIEW.attentionList} placeholderRows={3} />
      )}
    </Panel>
  );
}
