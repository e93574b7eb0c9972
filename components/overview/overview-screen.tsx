"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import styled from "styled-components";
import { useBanner } from "#components/shell/banners.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Screen } from "#components/shell/screen.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import * as englishVerdicts from "#lib/messages/en/verdicts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { pagePath } from "#lib/client/paths.ts";
import { useAlerts } from "#lib/client/api/use-alerts.ts";
import { useChart } from "#lib/client/api/use-chart.ts";
import { useOverview } from "#lib/client/api/use-overview.ts";
import type { Overview } from "#lib/contract/overview.ts";
import { AttentionPanel } from "./attention-panel.tsx";
import { Cards } from "./cards.tsx";
import { FrequentPanel } from "./frequent-panel.tsx";
import { useChartPeriod } from "#components/charts/use-chart-period.ts";
import { useCheck } from "./use-check.ts";

const OpenAlertsPanel = dynamic(() =>
  import("#components/alerts/open-alerts-panel.tsx").then((module) => module.OpenAlertsPanel),
);
const NoEvents = dynamic(() => import("./no-events.tsx").then((module) => module.NoEvents));
const MovingPanel = dynamic(() => import("./moving-panel.tsx").then((module) => module.MovingPanel));
const ExceptionsPanel = dynamic(() =>
  import("#components/delivery-exceptions/exceptions-panel.tsx").then((module) => module.ExceptionsPanel),
);
const RejectionsPanel = dynamic(() =>
  import("./rejections-panel.tsx").then((module) => module.RejectionsPanel),
);

const FinishCard = dynamic(() =>
  import("#components/welcome/finish-card.tsx").then((module) => module.FinishCard),
);

const Charts = dynamic(() => import("#components/charts/charts.tsx").then((module) => module.Charts), {
  loading: () => <ChartsStandIn />,
});

const Halves = styled.div`
  align-items: start;
  display: grid;
  gap: 0 16px;
  @media (min-width: 1025px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** Whether events arrive, what needs attention, and what came last. */
export function OverviewScreen() {
  const { CHARTS } = useWords(englishCharts);
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW, stateBadge } = useWords(englishOverview);
  const { store, hasEnded, setup } = useStore();
  const { data: overview, error, mutate } = useOverview(store);
  const { period, turnTo } = useChartPeriod();
  const reading = useChart(store, period);
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
      help="fix-a-problem"
      title={OVERVIEW.title}
    >
      {setup !== "done" && <FinishCard hasEvent={Boolean(overview?.lastEvent)} />}
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
          <Panel title={CHARTS.title}>
            {!overview && <ChartsStandIn />}
            {overview?.lastEvent === null && <NoEvents isNothingOn={isNothingOn} store={store} />}
            {overview?.lastEvent && (
              <Charts onPeriod={turnTo} period={period} reading={reading} store={store} />
            )}
          </Panel>
          {!isNothingOn && (
            <Halves>
              {(reading.data ?? reading.error === undefined) && <FrequentPanel chart={reading.data} />}
              <AttentionPanel overview={overview} />
            </Halves>
          )}
        </>
      )}
    </Screen>
  );
}

/** Keeps the charts' room until they are there. */
function ChartsStandIn() {
  return (
    <div aria-busy>
      <Placeholder $height="480px" />
    </div>
  );
}

/** Says on top of the page what needs attention, with the way there; may be closed until it changes. */
function useAttentionBanner(store: string, overview: Overview | undefined): void {
  const { OVERVIEW } = useWords(englishOverview);
  const { VERDICT_BADGES } = useWords(englishVerdicts);
  const router = useRouter();
  const needy = overview?.needsAttention ?? [];
  const count = needy.length;
  const first = needy[0];
  const text = first
    ? OVERVIEW.bannerText(first.title, VERDICT_BADGES[first.health.verdict].label, count - 1)
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
    }, [closed, count, router, store, text, OVERVIEW]),
  );
}
