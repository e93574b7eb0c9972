"use client";

import styled from "styled-components";
import { Badge } from "#components/ui/badge.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Choice } from "#components/ui/form/choice.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import * as englishHistory from "#lib/messages/en/history.ts";
import * as englishSettings from "#lib/messages/en/settings.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useSettings } from "#lib/client/api/use-settings.ts";
import { download } from "#lib/client/export/download.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import { apiPath } from "#lib/client/paths.ts";
import { ACTIVITY_KINDS, KEEPER } from "#lib/contract/values/activity.ts";
import { HistoryList } from "./history-list.tsx";
import { useActivityFilter } from "./use-activity-filter.ts";

const Filters = styled.div`
  align-items: end;
  display: flex;
  flex-wrap: wrap;
  gap: 12px;
  margin-bottom: 16px;
  > div {
    min-width: min(100%, 220px);
  }
`;

/** Stands for everybody, and for everything: a choice has no empty value. */
const ALL = "all";

/** What was changed in this store, by whom; what is shown follows the address, and can be saved as a file. */
export function ActivityPanel() {
  const { HISTORY } = useWords(englishHistory);
  const { SETTINGS } = useWords(englishSettings);
  const { titleOf } = useWords(englishCatalogue);
  const { store } = useStore();
  const people = useSettings(store).data?.people ?? [];
  const { filter, isFiltered, change } = useActivityFilter();
  const toast = useToast();
  const save = async () => {
    try {
      await download(apiPath(store, "audit", { format: "csv", ...filter }), `history-${store}.csv`);
    } catch (error) {
      const reason = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: HISTORY.saveFailed, text: reason });
    }
  };
  return (
    <Panel
      action={
        <AsyncButton label={HISTORY.save} onClick={save} variant="secondary" workingLabel={HISTORY.saving} />
      }
      title={SETTINGS.pages.activity}
    >
      <Filters>
        <div>
          <Choice
            label={HISTORY.what}
            onChange={(kind) => change({ kind: ACTIVITY_KINDS.find((each) => each === kind) })}
            options={[ALL, ...ACTIVITY_KINDS].map((kind) => ({
              value: kind,
              label: HISTORY.kinds[kind as keyof typeof HISTORY.kinds],
            }))}
            value={filter.kind ?? ALL}
          />
        </div>
        <div>
          <Choice
            label={HISTORY.who}
            onChange={(who) => change({ who: who === ALL ? undefined : who })}
            options={[
              { value: ALL, label: HISTORY.everyone },
              { value: KEEPER, label: HISTORY.keeper },
              ...people.map(({ userId, email, isYou }) => ({
                value: userId,
                label: isYou ? HISTORY.you : email,
              })),
            ]}
            value={filter.who ?? ALL}
          />
        </div>
        {filter.scope !== undefined && (
          <>
            <Badge label={HISTORY.only(titleOf(filter.scope))} variant="secondary" />
            <Button onClick={() => change({ scope: undefined })} variant="subtle">
              {HISTORY.showAll}
            </Button>
          </>
        )}
      </Filters>
      <HistoryList
        key={JSON.stringify(filter)}
        store={store}
        {...(filter.scope !== undefined && { scope: filter.scope })}
        {...(isFiltered && { filter })}
      />
    </Panel>
  );
}
