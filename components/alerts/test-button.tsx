"use client";

import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishAlerts from "#lib/messages/en/alerts.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { AlertTestResult } from "#lib/contract/alerts.ts";
import type { AlertChannel } from "#lib/contract/values/alerts.ts";

/** Sends a test by one channel and says what came of it. */
export function TestButton({
  channel,
  disabled,
  onTest,
}: {
  channel: AlertChannel;
  disabled: boolean;
  onTest: (channel: AlertChannel) => Promise<AlertTestResult>;
}) {
  const { ALERTS, deliveryText, testLabel } = useWords(englishAlerts);
  const toast = useToast();
  const test = async () => {
    try {
      const { deliveries } = await onTest(channel);
      const failed = deliveries.find(({ outcome }) => outcome !== "delivered");
      const told = failed ?? deliveries[0];
      if (told) toast({ type: failed ? "error" : "success", text: deliveryText(told) });
    } catch (error) {
      const text = error instanceof ApiProblem ? error.message : "";
      toast({ type: "error", header: ALERTS.testFailed, text });
    }
  };
  return (
    <AsyncButton
      disabled={disabled}
      label={testLabel(channel)}
      onClick={test}
      variant="secondary"
      workingLabel={ALERTS.testing}
    />
  );
}
