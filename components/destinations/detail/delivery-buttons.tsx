"use client";

import { useStore } from "#components/shell/store-context.tsx";
import { AsyncButton } from "#components/ui/form/async-button.tsx";
import { Buttons } from "#components/ui/form/fields.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import * as englishCommon from "#lib/messages/en/common.ts";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DeliveryView, DestinationView } from "#lib/contract/destinations.ts";

interface Props {
  delivery: DeliveryView;
  destination: DestinationView;
}

/** Sends an event at once, which a destination that is off does not get, or goes without it. */
export function DeliveryButtons({ delivery: { id, title, state }, destination }: Props) {
  const { COMMON } = useWords(englishCommon);
  const { DESTINATIONS } = useWords(englishDestinations);
  const { DELIVERIES } = useWords(englishDeliveries);
  const { store } = useStore();
  const { retry, dismiss } = useDestinationWays(store);
  const toast = useToast();
  const attempt = async (work: typeof retry, done: string, failed: string) => {
    try {
      await work(destination.id, { ids: [id] });
      toast({ type: "success", subject: id, header: title, text: done });
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", subject: id, header: failed, text });
    }
  };
  const send = state === "failed" ? DELIVERIES.sendAgain : DELIVERIES.sendNow;
  return (
    <Buttons>
      {destination.isOn && (
        <AsyncButton
          aria-label={COMMON.actionOn(send, title)}
          label={send}
          onClick={() => attempt(retry, DELIVERIES.sentAgain, DELIVERIES.notSentAgain)}
          variant="secondary"
          workingLabel={DELIVERIES.sending}
        />
      )}
      <AsyncButton
        aria-label={COMMON.actionOn(DESTINATIONS.skip, title)}
        label={DESTINATIONS.skip}
        onClick={() => attempt(dismiss, DESTINATIONS.skipped, DESTINATIONS.notSkipped)}
        variant="subtle"
        workingLabel={DESTINATIONS.skip}
      />
    </Buttons>
  );
}
