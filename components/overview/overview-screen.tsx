"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useState } from "react";
import styled from "styled-components";
import { useChartPeriod } from "#components/charts/use-chart-period.ts";
import { Screen } from "#components/shell/screen.tsx";
import { useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import * as englishCharts from "#lib/messages/en/charts.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useChart } from "#lib/client/api/use-chart.ts";
import { useOverview } from "#lib/client/api/use-overview.ts";
import type { Overview } from "#lib/contract/overview.ts";
import type { PlanView } from "#lib/contract/subscriptions.ts";
import { Cards, CardStandIns } from "./cards.tsx";
import { FrequentPanel } from "./frequent-panel.tsx";
import { TodoPanel } from "./todo-panel.tsx";
import { useCheck } from "./use-check.ts";
import { useMend } from "./use-mend.ts";

const NoEvents = dynamic(() => import("./no-events.tsx").then((module) => module.NoEvents));
const MovingPanel = dynamic(() => import("./moving-panel.tsx").then((module) => module.MovingPanel));
const DeliveryDetails = dynamic(() =>
  import("./delivery-details.tsx").then((module) => module.DeliveryDetails),
);
const DestinationsCard = dynamic(() =>
  import("./destinations-card.tsx").then((module) => module.DestinationsCard),
);
const PlanDialog = dynamic(() =>
  import("#components/webhooks/bulk/plan-dialog.tsx").then((module) => module.PlanDialog),
);

const FinishCard = dynamic(() =>
  import("#components/welcome/finish-card.tsx").then((module) => module.FinishCard),
);

const Charts = dynamic(() => import("#components/charts/charts.tsx").then((module) => module.Charts), {
  loading: () => <ChartsStandIn />,
});

const Head = styled.span`
  display: block;
  min-height: 24px;
`;

/** Whether events arrive, what there is to do, and what came. */
export function OverviewScreen() {
  const { CHARTS } = useWords(englishCharts);
  const { COMMON } = useWords(englishCommon);
  const { OVERVIEW, stateBadge } = useWords(englishOverview);
  const { store, hasEnded, setup } = useStore();
  const { data: overview, error, mutate } = useOverview(store);
  const [plan, setPlan] = useState<PlanView | null>(null);
  const check = useCheck(store, setPlan);
  const mend = useMend(store);

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
        <Head>
          {overview?.sentence ?? OVERVIEW.description}
          {overview?.checkedAt && (
            <>
              {" "}
              {OVERVIEW.checked} <RelativeTime iso={overview.checkedAt} />.
            </>
          )}
        </Head>
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
      {overview && <Body overview={overview} />}
      {!overview && error === undefined && (
        <>
          <CardStandIns store={store} />
          <Panel title={CHARTS.title}>
            <ChartsStandIn />
          </Panel>
        </>
      )}
      {plan && (
        <PlanDialog
          onApply={(scopes) => {
            setPlan(null);
            void mend(scopes.map((scope) => ({ scope, title: scope, remedy: "repair" })));
          }}
          onCancel={() => setPlan(null)}
          plan={plan}
        />
      )}
    </Screen>
  );
}

/** Everything below the head, at once: what comes later would push away what is read already. */
function Body({ overview }: { overview: Overview }) {
  const { CHARTS } = useWords(englishCharts);
  const { OVERVIEW } = useWords(englishOverview);
  const { store } = useStore();
  const isTechnical = useTechnicalDetails();
  const { period, turnTo } = useChartPeriod();
  const reading = useChart(store, period);
  const isNothingOn = overview.state === "nothing_on" && overview.lastEvent === null;
  return (
    <>
      {overview.spooled > 0 && (
        <InlineMessage
          marginBottom="medium"
          messages={[{ text: OVERVIEW.spooled(overview.spooled) }]}
          type="info"
        />
      )}
      <TodoPanel recent={overview.recent} todo={overview.todo} />
      {overview.moving && <MovingPanel moving={overview.moving} />}
      <Cards overview={overview} store={store} />
      <DestinationsCard todo={overview.todo} />
      <Panel title={CHARTS.title}>
        {overview.lastEvent === null ? (
          <NoEvents isNothingOn={isNothingOn} store={store} />
        ) : (
          <Charts onPeriod={turnTo} period={period} reading={reading} store={store} />
        )}
      </Panel>
      {!isNothingOn && (reading.data ?? reading.error === undefined) && (
        <FrequentPanel chart={reading.data} />
      )}
      {isTechnical && <DeliveryDetails chart={reading.data} overview={overview} />}
    </>
  );
}

/** Keeps the charts' room until they are there. */
function ChartsStandIn() {
  return (
    <div aria-busy>
      <Placeholder $height="360px" />
    </div>
  );
}
