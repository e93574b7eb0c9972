"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRouter, useSearchParams } from "next/navigation";
import { useMemo, useState } from "react";
import styled from "styled-components";
import { useBanner } from "#components/shell/banners.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/async-button.tsx";
import { CHART_HEIGHT } from "#components/ui/bar-chart.tsx";
import { FilterPills } from "#components/ui/filter-pills.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Screen } from "#components/ui/screen.tsx";
import { COMMON } from "#components/words/common.ts";
import { OVERVIEW, stateBadge } from "#components/words/overview.ts";
import { VERDICT_BADGES } from "#components/words/verdicts.ts";
import { pagePath, toQuery } from "#lib/client/paths.ts";
import { useAlerts } from "#lib/client/use-alerts.ts";
import { useOverview } from "#lib/client/use-overview.ts";
import { OVERVIEW_RANGES } from "#lib/contract/closed-sets.ts";
import type { Overview, OverviewRange } from "#lib/contract/overview.ts";
import { AttentionPanel } from "./attention-panel.tsx";
import { Cards } from "./cards.tsx";
import { EventsChart } from "./events-chart.tsx";
import { FrequentPanel } from "./frequent-panel.tsx";
import { useCheck } from "./use-check.ts";

const OpenAlertsPanel = dynamic(() =>
  import("#components/alerts/open-alerts-panel.tsx").then((module) => module.OpenAlertsPanel),
);
const NoEvents = dynamic(() => import("./no-events.tsx").then((module) => module.NoEvents));
const MovingPanel = dynamic(() => import("./moving-panel.tsx").then((module) => module.MovingPanel));
const ExceptionsPanel = dynamic(() =>
  import("#components/exceptions/exceptions-panel.tsx").then((module) => module.ExceptionsPanel),
);
const RejectionsPanel = dynamic(() =>
  import("./rejections-panel.tsx").then((module) => module.RejectionsPanel),
);

const RANGES = OVERVIEW_RANGES.map((id) => ({ id, label: OVERVIEW.ranges[id] }));

const Halves = styled.div`
  align-items: start;
  display: grid;
  gap: 0 16px;
  @media (min-width: 1025px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** A reload keeps the range, so it stands in the address. Going back does not step through ranges. */
/** What is no range counts as the first. */
const rangeOf = (text: string | null) =>
  OVERVIEW_RANGES.find((range) => range === text) ?? OVERVIEW_RANGES[0];
const turnTo = (range: OverviewRange) => window.history.replaceState(null, "", toQuery({ range }));

/** Whether events arrive, what needs attention, and what came last. */
export function OverviewScreen() {
  const { store, hasEnded } = useStore();
  const range = rangeOf(useSearchParams().get("range"));
  const { data: overview, error, mutate } = useOverview(store, range);
  const check = useCheck(store, mutate);
  useAttentionBanner(store, overview);
  const { list, acknowledge } = useAlerts(store);
  const isNothingOn = overview?.state === "nothing_on" && overview.lastEvent === null;

  return (
    <Screen
      actions={
        <AsyncButton
          disabled={hasEnded}
          label={OVERVIEW.checkNow}
          onClick={check}
          variant="secondary"
          workingLabel={OVERVIEW.checking}
        />
      }
      badge={overview && stateBadge(overview)}
      description={
        <>
          {overview?.sentence ?? OVERVIEW.description}
          {overview?.checkedAt && (
            <>
              {" "}
              {OVERVIEW.checked} <RelativeTime iso={overview.checkedAt} />
            </>
          )}
        </>
      }
      title={OVERVIEW.title}
    >
      {error !== undefined && (
        <InlineMessage
          actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
          marginBottom="medium"
          messages={[{ text: OVERVIEW.slow }]}
          type="warning"
        />
      )}
      {(overview ?? error === undefined) && (
        <>
          <Cards overview={overview} store={store} />
          {list !== undefined && list.alerts.length > 0 && (
            <OpenAlertsPanel alerts={list.alerts} onAcknowledge={acknowledge} />
          )}
          {overview?.moving && <MovingPanel moving={overview.moving} />}
          {overview !== undefined && <ExceptionsPanel store={store} />}
          {overview !== undefined && overview.rejections.length > 0 && (
            <RejectionsPanel rejections={overview.rejections} />
          )}
          {isNothingOn ? (
            <Panel title={OVERVIEW.chart}>
              <NoEvents isNothingOn store={store} />
            </Panel>
          ) : (
            <>
              <Panel
                action={<FilterPills active={range} name={OVERVIEW.range} onChange={turnTo} pills={RANGES} />}
                title={OVERVIEW.chart}
              >
                <Chart overview={overview} store={store} />
              </Panel>
              <Halves>
                <FrequentPanel overview={overview} />
                <AttentionPanel overview={overview} />
              </Halves>
            </>
          )}
        </>
      )}
    </Screen>
  );
}

function Chart({ store, overview }: { store: string; overview: Overview | undefined }) {
  if (!overview) {
    return (
      <div aria-busy>
        <Placeholder $height={`${CHART_HEIGHT + 36}px`} />
      </div>
    );
  }
  if (overview.lastEvent === null) {
    return <NoEvents isNothingOn={false} store={store} />;
  }
  return <EventsChart chart={overview.chart} store={store} />;
}

/** Says on top of the page what needs attention, with the way there; may be closed until it changes. */
function useAttentionBanner(store: string, overview: Overview | undefined): void {
  const router = useRouter();
  const needy = overview?.needsAttention ?? [];
  const count = needy.length;
  const first = needy[0];
  const text = first
    ? OVERVIEW.bannerText(first.title, VERDICT_BADGES[first.health.verdict].label.toLowerCase(), count - 1)
    : "";
  const [closed, setClosed] = useState("");
  useBanner(
    "attention",
    useMemo(() => {
      if (text === "" || text === closed) return null;
      return {
        type: "warning" as const,
        header: OVERVIEW.bannerTitle(count),
        text,
        action: { text: OVERVIEW.review, onClick: () => router.push(pagePath(store, "webhooks")) },
        onClose: () => setClosed(text),
      };
    }, [closed, count, router, store, text]),
  );
}
