"use client";

import dynamic from "next/dynamic";
import { useCallback, useMemo, useState } from "react";
import { useMayChangeWebhooks, useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Screen } from "#components/shell/screen.tsx";
import { SelectionProvider } from "#components/ui/table/selection.tsx";
import { WithSidePanel } from "#components/ui/overlay/with-side-panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Preset } from "#lib/catalogue/presets.ts";
import { isUnderWay, useRun } from "#lib/client/api/use-run.ts";
import { useSubscriptions } from "#lib/client/api/use-subscriptions.ts";
import { AskDialog, type Question } from "./bulk/ask-dialog.tsx";
import { BulkBar, Foot } from "./bulk/bulk-bar.tsx";
import { questionBeforeTurning } from "./bulk/turn-question.ts";
import { CheckedWhen } from "./checked-when.tsx";
import { Filters } from "./filters.tsx";
import { GroupList } from "./group-list.tsx";
import { filteredGroups, pillCounts, rowOfScope, type WebhookRow } from "./rows.ts";
import { OwnerLine } from "./owner-line.tsx";
import { RunArea } from "./runs/run-area.tsx";
import { useAttentionBanner } from "./use-attention-banner.ts";
import { useBigCommerceBanners } from "./use-bigcommerce-banners.ts";
import { useColumnSet } from "./use-column-set.ts";
import { useDetailAddress } from "./detail/use-detail-address.ts";
import { useRowGroups } from "./use-row-groups.ts";
import { useRowState } from "./use-row-state.ts";
import { useScreenRun } from "./runs/use-screen-run.ts";
import { useWebhookActions } from "./use-webhook-actions.ts";
import { useLimits } from "./use-limits.ts";
import { useWebhookFilter } from "./use-webhook-filter.ts";
import { WebhooksProvider } from "./webhooks-context.tsx";

const PresetsPanel = dynamic(() => import("./presets-panel.tsx").then((module) => module.PresetsPanel));
const SlowLoad = dynamic(() => import("./slow-load.tsx").then((module) => module.SlowLoad));
const NoMatch = dynamic(() => import("./no-match.tsx").then((module) => module.NoMatch));
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
  const { toggleMany, putRight, check, removeOfOthers } = actions;
  const { filter, applied, isActive, setFilter, channel, setChannel } = useWebhookFilter();
  const toast = useToast();
  const [question, setQuestion] = useState<Question | null>(null);
  const [tested, setTested] = useState<WebhookRow | null>(null);

  const groups = useRowGroups(list, channel, actions.pending, runs.run);
  const limitOf = useLimits(applied.text !== "");
  const shown = useMemo(
    () => (isActive ? filteredGroups(groups, applied, limitOf) : groups),
    [groups, isActive, applied, limitOf],
  );
  const strays = list?.strays ?? [];
  const counts = useMemo(() => pillCounts(groups, list?.strays.length ?? 0), [groups, list]);
  const order = useMemo(() => shown.flatMap(({ rows }) => rows.map(({ id }) => id)), [shown]);

  const isUnreachable = useBigCommerceBanners(
    list,
    useCallback(() => void check(), [check]),
  );
  useAttentionBanner(groups, putRight);
  const mayChange = useMayChangeWebhooks();
  const isLocked = isUnreachable || hasEnded || isRunning || !mayChange;

  const { scope, openDetail, closeDetail } = useDetailAddress(store);
  const columns = useColumnSet(scope !== null);

  const context = useRowState({
    actions,
    isLocked,
    lockedHint: mayChange ? (isRunning ? WEBHOOKS.lockedByRunHint : WEBHOOKS.lockedHint) : WEBHOOKS.ownerLine,
    staleSince: isUnreachable ? (list?.checkedAt ?? null) : null,
    openDetail,
    testEvent: setTested,
  });

  /** Turns many on or off, asking first where that is much or loses events. */
  const turn = (scopes: string[], wanted: boolean) => {
    const run = () => void toggleMany(scopes, wanted);
    const ask = questionBeforeTurning(WEBHOOKS, scopes.length, wanted);
    if (ask) setQuestion({ ...ask, run });
    else run();
  };
  const choosePreset = ({ title, scopes }: Preset) => {
    const rows = groups.flatMap((group) => group.rows).filter(({ id }) => scopes.includes(id));
    const add = rows
      .filter(({ view }) => view?.wanted === false && view.includedBy === null)
      .map(({ id }) => id);
    if (add.length === 0) {
      toast({ type: "info", text: WEBHOOKS.presetDone(title) });
      return;
    }
    setQuestion({
      title: WEBHOOKS.presetAsk(title),
      text: WEBHOOKS.presetText(add.length, rows.length - add.length),
      confirm: WEBHOOKS.turnOn,
      run: () => void toggleMany(add, true),
    });
  };

  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  const row = scope === null ? null : rowOfScope(groups, list, scope, catalogue);
  const areStraysShown = strays.length > 0 && (!isActive || applied.pill === "unmanaged");
  const isEmpty = shown.length === 0 && !areStraysShown;

  return (
    <Screen
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
        counts.attention > 0
          ? { label: WEBHOOKS.needAttention(counts.attention), variant: "warning" }
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
          <WithSidePanel $isOpen={scope !== null}>
            <div>
              <OwnerLine />
              <PresetsPanel isDisabled={!list || isLocked} onChoose={choosePreset} />
              <Filters
                counts={counts}
                filter={filter}
                matches={isActive ? order.length : null}
                onChange={setFilter}
                onCollapseAll={() => setOpen(new Map(groups.map(({ id }) => [id, false])))}
              />
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
                  onRemove={(stray) =>
                    setQuestion({
                      title: WEBHOOKS.removeAsk(stray.scope),
                      text: stray.isOfOthers ? WEBHOOKS.removeOfOthersText : WEBHOOKS.removeText,
                      confirm: WEBHOOKS.remove,
                      run: () =>
                        void (stray.isOfOthers ? removeOfOthers(stray.id) : toggleMany([stray.scope], false)),
                    })
                  }
                  onTurn={turn}
                  open={open}
                  shown={shown}
                  strays={areStraysShown ? strays : []}
                />
              )}
              <Foot>
                <RunArea isWorkerThere={runs.isWorkerThere} run={runs.run} {...runActions} />
                <BulkBar isLocked={isLocked} onReregister={(scopes) => void putRight(scopes)} onTurn={turn} />
              </Foot>
            </div>
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
          </WithSidePanel>
        </SelectionProvider>
      </WebhooksProvider>
      {tested && <TestRow onClose={() => setTested(null)} row={tested} />}
      <AskDialog onClose={() => setQuestion(null)} question={question} />
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
