"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import * as englishWebhookDetails from "#lib/messages/en/webhook-details.ts";
import { useWords } from "#components/i18n/use-messages.ts";

const JsonView = dynamic(() => import("#components/ui/json/json-view.tsx").then((module) => module.JsonView));

/** What a delivery of an event type looks like. The examples are loaded when the first one is looked at. */
export function ExamplePayload({ scope, store }: { scope: string; store: string }) {
  const { DETAILS } = useWords(englishWebhookDetails);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void import("#lib/catalogue/sample.ts").then(({ samplePayload }) => {
      if (isCurrent) setText(JSON.stringify(samplePayload(scope, store), null, 2));
    });
    return () => {
      isCurrent = false;
    };
  }, [scope, store]);
  return (
    <>
      <h4>{DETAILS.example}</h4>
      {text !== null && <JsonView name={DETAILS.example} text={text} />}
    </>
  );
}
