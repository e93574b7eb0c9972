"use client";

import { InlineMessage } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Fact, Facts } from "#components/ui/facts.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishChanges from "#lib/messages/en/changes.ts";
import * as englishCommon from "#lib/messages/en/common.ts";
import { absoluteTime, type Locale } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { settingsPath } from "#lib/client/paths.ts";
import { useChanges } from "#lib/client/api/use-changes.ts";
import type { EventChanges, FieldChange } from "#lib/contract/changes.ts";
import { Aside } from "#components/events/parts.tsx";

/** Changes that are shown before somebody asks for all. */
const SHOWN_AT_FIRST = 8;

const Text = styled.p`
  margin: 0;
  overflow-wrap: anywhere;
`;

/** What an event changed in the shop, or why that is not known; follows the reading while it is under way. */
export function ChangesSection({ id }: { id: string }) {
  const { CHANGES } = useWords(englishChanges);
  const { COMMON } = useWords(englishCommon);
  const { store } = useStore();
  const { data, error, mutate } = useChanges(store, id);
  if (error !== undefined && !data) {
    return (
      <InlineMessage
        actions={[{ text: COMMON.tryAgain, onClick: () => void mutate() }]}
        messages={[{ text: CHANGES.slow }]}
        type="warning"
      />
    );
  }
  return (
    <div aria-busy={!data} aria-live="polite">
      {data ? <Outcome changes={data} key={id} store={store} /> : <Placeholder $height="48px" />}
    </div>
  );
}

function Outcome({ changes, store }: { changes: EventChanges; store: string }) {
  const words = useWords(englishChanges);
  const { CHANGES } = words;
  const locale = useLocale();
  const time = (iso: string | null) => (iso === null ? "" : absoluteTime(iso, locale));
  if (changes.now.length > 0) {
    return (
      <>
        <Values changes={changes.now} isState />
        <Aside style={{ marginTop: 4 }}>
          {CHANGES.asOf(time(changes.readAt))}
          {changes.state === "first" && ` ${stateText(changes, locale, words)}`}
        </Aside>
      </>
    );
  }
  if (changes.state !== "changed") {
    return (
      <>
        <Text>{stateText(changes, locale, words)}</Text>
        {changes.state === "off" && (
          <TextLink href={settingsPath(store, "developer")} prefetch={false}>
            {CHANGES.toSettings}
          </TextLink>
        )}
      </>
    );
  }
  return (
    <>
      <Values changes={changes.changes} isState={false} />
      <Aside style={{ marginTop: 4 }}>{CHANGES.compared(time(changes.comparedWithAt), changes.events)}</Aside>
    </>
  );
}

/** Fields with what they were and are, or, of a thing as it is, with what they are. */
function Values({ changes, isState }: { changes: readonly FieldChange[]; isState: boolean }) {
  const { CHANGES, changeValue, fieldName, valueText } = useWords(englishChanges);
  const locale = useLocale();
  const [isWhole, setIsWhole] = useState(false);
  const valueOf = (change: FieldChange) => {
    if (!isState) return changeValue(change, locale);
    return change.isMasked ? CHANGES.hidden : valueText(change, "after", locale);
  };
  return (
    <>
      <Facts aria-label={isState ? CHANGES.asItIs : CHANGES.list}>
        {changes.slice(0, isWhole ? undefined : SHOWN_AT_FIRST).map((change, index) => (
          <Fact key={`${index} ${change.path.join(" ")}`} name={fieldName(change.path)}>
            {valueOf(change)}
          </Fact>
        ))}
      </Facts>
      {!isWhole && changes.length > SHOWN_AT_FIRST && (
        <Button onClick={() => setIsWhole(true)} variant="subtle">
          {CHANGES.more(changes.length)}
        </Button>
      )}
    </>
  );
}

/** Why no change is told, in words. */
function stateText(
  changes: EventChanges,
  locale: Locale,
  { CHANGES, failureText }: typeof englishChanges,
): string {
  const { state, kind, goesOnAt, comparedWithAt, missingScope, code } = changes;
  const time = (iso: string | null) => (iso === null ? "" : absoluteTime(iso, locale));
  switch (state) {
    case "same":
      return CHANGES.same(time(comparedWithAt));
    case "retrying":
      return CHANGES.retrying(time(goesOnAt), failureText(code));
    case "quota":
      return CHANGES.quota(time(goesOnAt));
    case "failed":
      return CHANGES.failed(failureText(code));
    case "not_granted":
      return CHANGES.notGranted(kind ?? "order", missingScope ?? "");
    case "too_large":
      return CHANGES.tooLarge;
    case "not_read":
      return CHANGES.notRead;
    case "changed":
      return "";
    case "first":
      return CHANGES.first(kind ?? "order");
    case "gone":
    case "waiting":
    case "off":
    case "test":
    case "demo":
    case "nothing":
      return CHANGES[state];
  }
}
