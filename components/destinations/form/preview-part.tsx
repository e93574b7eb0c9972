"use client";

import { InlineMessage, Text } from "@bigcommerce/big-design";
import dynamic from "next/dynamic";
import { useState } from "react";
import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { Fold } from "#components/ui/fold.tsx";
import { Choice } from "#components/ui/form/choice.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { Note } from "#components/ui/note.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import * as englishPreview from "#lib/messages/en/destination-preview.ts";
import { absoluteTime } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { usePreview } from "#lib/client/api/use-preview.ts";
import type { DestinationPreview } from "#lib/contract/destination-preview.ts";
import { previewInputOf } from "./preview-input.ts";
import type { MoreProps } from "./part.ts";

const JsonView = dynamic(() => import("#components/ui/json/json-view.tsx").then((module) => module.JsonView));

const Parts = styled.div`
  display: grid;
  gap: 12px;
  min-width: 0;
  > * {
    min-width: 0;
  }
`;

const Head = styled.pre`
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  font-size: 13px;
  line-height: 1.5;
  margin: 0;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

/** Stands for an example among events of the log. */
const EXAMPLE = "example";

/** What would be sent of a real event, while the form is being typed. In a file of its own, since it is below what is typed. */
export function PreviewPart({ draft, kept }: Pick<MoreProps, "draft" | "kept">) {
  const { PREVIEW } = useWords(englishPreview);
  const { store } = useStore();
  const [picked, setPicked] = useState<string | null>();
  const input = previewInputOf(draft, kept, picked);
  const isReady = typeof input !== "string";
  const { preview, isOld, problem, again } = usePreview(store, isReady ? input : null);
  if (!isReady) return <Note>{PREVIEW.notYet[input]}</Note>;
  if (problem !== null)
    return (
      <>
        <InlineMessage messages={[{ text: problem === "" ? PREVIEW.failed : problem }]} type="error" />
        <Button onClick={again} style={{ marginTop: 12 }} variant="secondary">
          {PREVIEW.again}
        </Button>
      </>
    );
  if (!preview)
    return (
      <div aria-busy aria-label={PREVIEW.loading} role="status">
        <Placeholder $height="240px" />
      </div>
    );
  return (
    <Parts aria-busy={isOld}>
      <EventChoice onChange={setPicked} preview={preview} />
      <Verdict preview={preview} />
      <Request preview={preview} />
    </Parts>
  );
}

function EventChoice({
  preview: { event, choices },
  onChange,
}: {
  preview: DestinationPreview;
  onChange: (id: string | null) => void;
}) {
  const { PREVIEW } = useWords(englishPreview);
  const locale = useLocale();
  const shown = [...choices];
  // One that was picked stays among them, although newer ones came.
  if (event.id !== null && !shown.some(({ id }) => id === event.id)) shown.push({ ...event, id: event.id });
  return (
    <Choice
      label={PREVIEW.event}
      onChange={(value) => onChange(value === EXAMPLE ? null : value)}
      options={[
        ...shown.map(({ id, title, occurredAt }) => ({
          value: id,
          label: `${title} · ${absoluteTime(occurredAt, locale)}`,
        })),
        { value: EXAMPLE, label: PREVIEW.example },
      ]}
      value={event.id ?? EXAMPLE}
    />
  );
}

/** Whether it would be sent, and if not, why. */
function Verdict({ preview: { notWanted, failure, addressFault } }: { preview: DestinationPreview }) {
  const { failureText, PREVIEW } = useWords(englishPreview);
  return (
    <div role="status">
      {failure === null ? (
        <Text marginBottom="none">{notWanted === null ? PREVIEW.wanted : PREVIEW.notWanted[notWanted]}</Text>
      ) : (
        <InlineMessage messages={[{ text: failureText(failure) }]} type="error" />
      )}
      {addressFault !== null && (
        <InlineMessage marginTop="small" messages={[{ text: addressFault }]} type="warning" />
      )}
    </div>
  );
}

function Request({ preview: { request } }: { preview: DestinationPreview }) {
  const { PREVIEW } = useWords(englishPreview);
  if (!request) return null;
  const { method, url, headers, body, bodyBytes, isCut } = request;
  const lines = headers.map(({ name, value }) => `${name}: ${value}`);
  return (
    <>
      <JsonView name={PREVIEW.body} text={body} />
      {isCut && <Note>{PREVIEW.cut(bodyBytes)}</Note>}
      <Fold title={PREVIEW.headers}>
        <Head aria-label={PREVIEW.headers} role="region" tabIndex={0}>
          {[`${method} ${url === "" ? "https://…" : url}`, ...lines].join("\n")}
        </Head>
      </Fold>
    </>
  );
}
