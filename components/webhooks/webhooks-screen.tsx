"use client";

import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";
import { useMayChangeWebhooks, useStore, useTechnicalDetails } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Screen } from "#components/shell/screen.tsx";
import { SelectionProvider } from "#components/ui/table/selection.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isUnderWay, useRun } from "#lib/client/api/use-run.ts";
import { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import { BulkBar, Foot } from "./bulk/bulk-bar.tsx";
import { useTurning } from "./bulk/use-turning.ts";
import { CheckedWhen } from "./checked-when.tsx";
import { Filters } from "./filters.tsx";
import { GroupList } from "./group-list.tsx";
import {
  attentionColor,
  filteredGroups,
  pillCounts,
  rowOfScope,
  withoutTechnical,
  type WebhookRow,
} from "./rows.ts";
import { OwnerLine } from "./owner-line.tsx";
import { useAttentionBanner } from "./use-attention-banner.ts";
import { useBigCommerceBanners } from "./use-bigcommerce-banners.ts";
import { useColumnSet } from "./use-column-set.ts";
import { useDescriptions } from "./use-descriptions.ts";
import { useDetailAddress } from "./detail/use-detail-address.ts";
import { useRowGroups } from "./use-row-groups.ts";
import { useRowState } from "./use-row-state.ts";
import { useScreenRun } from "./runs/use-screen-run.ts";
import { useWebhookActions } from "./use-webhook-actions.ts";
import { useWebhookFilter } from "./use-webhook-filter.ts";
import { WebhooksProvider } from "./webhooks-context.tsx";

const SetsRow = dynamic(() => import("./bulk/sets-row.tsx").then((module) => module.SetsRow));
const RunArea = dynamic(() => import("./runs/run-area.tsx").then((module) => module.RunArea));
const SlowLoad = dynamic(() => import("./slow-load.tsx").then((module) => module.SlowLoad));
const NoMatch = dynamic(() => import("./no-match.tsx").then((module) => module.NoMatch));
const QuestionDialog = dynamic(() =>
  import("./bulk/question-dialog.tsx").then((module) => module.QuestionDialog),
);
const PlanDialog = dynamic(() => import("./bulk/plan-dialog.tsx").then((module) => module.PlanDialog));
const WebhookDetail = dynamic(() =>
  import("./detail/webhook-detail.tsx").then((module) => module.WebhookDetail),
);
const UnknownWebhook = dynamic(() =>
  import("./detail/webhook-detail.tsx").then((module) => module.UnknownWebhook),
);
const TestRow = dynamic(() => import("./test-row.tsx").then((module) => module.TestRow));

/** Which event types this store receives, how each is doing, and what mends it. */
export function WebhooksScreen() {
  const catalogue = useWords(englishCatalogue);
  const { WEBHOOKS } = useWords(englishWebhooks);
  const { store, hasEnded } = useStore();
  const runs = useRun(store);
  const isRunning = isUnderWay(runs.run);
  const subscriptions = useSubscriptions(store, isRunning);
  const { list, error, refresh } = subscriptions;
  const runActions = useScreenRun(runs, refresh);
  const actions = useWebhookActions(subscriptions, runs.start);
  const { putRight, check, toggleMany } = actions;
  const { filter, applied, isActive, setFilter, channel, setChannel } = useWebhookFilter();
  const [tested, setTested] = useState<WebhookRow | null>(null);

  const all = useRowGroups(list, channel, actions.pending, runs.run);
  const showsTechnicalDetails = useTechnicalDetails();
  const usual = useMemo(
    () => (showsTechnicalDetails ? all : withoutTechnical(all)),
    [all, showsTechnicalDetails],
  );
  // A search finds everything.
  const groups = applied.text.trim() === "" ? usual : all;
  const turning = useTurning(all, actions);
  const { turn } = turning;
  const descriptionOf = useDescriptions(applied.text !== "");
  const shown = useMemo(
    () => (isActive ? filteredGroups(groups, applied, descriptionOf) : groups),
    [groups, isActive, applied, descriptionOf],
  );
  const strays = list?.strays ?? [];
  const counts = useMemo(() => list && pillCounts(usual, list.strays.length), [usual, list]);
  const order = useMemo(() => shown.flatMap(({ rows }) => rows.map(({ id }) => id)), [shown]);

  const { isUnreachable, mustAccept, isTroubled } = useBigCommerceBanners(
    list,
    useCallback(() => void check(), [check]),
  );
  useAttentionBanner(usual, isRunning, putRight);
  const mayChange = useMayChangeWebhooks();
  const isLocked = isUnreachable || mustAccept || hasEnded || isRunning || !mayChange;

  const { scope, openDetail, closeDetail } = useDetailAddress(store);
  const columns = useColumnSet();

  const lockedHints = [
    // Said above the list, once.
    mayChange ? false : "",
    mustAccept && WEBHOOKS.lockedByAccessHint,
    isRunning && WEBHOOKS.lockedByRunHint,
  ];
  const context = useRowState({
    actions,
    toggle: turning.toggle,
    isLocked,
    lockedHint: lockedHints.find((hint) => typeof hint === "string") ?? WEBHOOKS.lockedHint,
    staleSince: isUnreachable ? (list?.checkedAt ?? null) : null,
    openDetail,
    testEvent: setTested,
  });

  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const row = scope === null ? null : rowOfScope(all, list, scope, catalogue);
  const areStraysShown = strays.length > 0 && (!isActive || applied.pill === "unmanaged");
  const isEmpty = shown.length === 0 && !areStraysShown;

  return (
    <Screen
      awaitsBanner={isTroubled && !list && error === undefined}
      actions={
        <AsyncButton
          disabled={hasEnded || !mayChange}
          label={WEBHOOKS.checkNow}
          onClick={check}
          variant="secondary"
          workingLabel={WEBHOOKS.checking}
        />
      }
      badge={
        counts && counts.attention > 0
          ? {
              label: WEBHOOKS.needAttention(counts.attention),
              variant: attentionColor(usual.flatMap(({ rows }) => rows)),
            }
          : undefined
      }
      description={
        <CheckedWhen
          checkedAt={list?.checkedAt}
          isChecking={list?.isChecking ?? false}
          unreadable={list?.unreadable ?? 0}
        />
      }
      help="choose-webhooks"
      title={WEBHOOKS.title}
    >
      <WebhooksProvider value={context}>
        <SelectionProvider order={order}>
          <OwnerLine />
          <Filters counts={counts} filter={filter} onChange={setFilter}>
            <SetsRow
              groups={usual}
              isDisabled={!list || isLocked}
              onChoose={(set) => void turning.choose(set)}
            />
          </Filters>
          {error !== undefined && !list && <SlowLoad onRetry={() => void refresh()} />}
          {isEmpty ? (
            <NoMatch onClear={() => setFilter({ text: "", pill: null, state: null })} />
          ) : (
            <GroupList
              channel={channel}
              columns={columns}
              groups={groups}
              isFiltered={isActive}
              isLoading={!list}
              onChannel={setChannel}
              onManage={(stray) => turn([stray.scope], true)}
              onOpen={setOpen}
              onRemove={turning.remove}
              onTurn={turn}
              open={open}
              shown={shown}
              strays={areStraysShown ? strays : []}
            />
          )}
          {!showsTechnicalDetails && !isActive && <p>{WEBHOOKS.moreBySearch}</p>}
          <Foot>
            <RunArea
              isWorkerThere={runs.isWorkerThere}
              onTurn={(scopes, wanted) => void toggleMany(scopes, wanted)}
              run={runs.run}
              {...runActions}
            />
            <BulkBar
              isLocked={isLocked}
              onFix={(scopes, onDone) => void putRight(scopes).then((worked) => worked && onDone())}
              onTurn={turn}
            />
          </Foot>
          {scope !== null &&
            (row ? (
              <WebhookDetail
                checkedAt={list?.checkedAt ?? null}
                destination={list?.destination}
                onClose={closeDetail}
                row={row}
              />
            ) : (
              <UnknownWebhook onClose={closeDetail} scope={scope} />
            ))}
        </SelectionProvider>
      </WebhooksProvider>
      {tested && <TestRow onClose={() => setTested(null)} row={tested} />}
      {turning.asked && <QuestionDialog asked={turning.asked} onClose={turning.close} />}
      {actions.plan && (
        <PlanDialog
          onApply={(scopes) => {
            actions.closePlan();
            void putRight(scopes);
          }}
          onCancel={actions.closePlan}
          plan={actions.plan}
        />
      )}
    </Screen>
  );
}
