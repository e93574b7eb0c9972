"use client";

import { Text } from "@bigcommerce/big-design";
import { useState } from "react";
import styled from "styled-components";
import { Code } from "#components/events/parts.tsx";
import { CopyButton } from "#components/ui/json/copy-button.tsx";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import { useLocale } from "#components/ui/locale.tsx";
import { ConfirmDialog } from "#components/ui/overlay/confirm-dialog.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { useToast } from "#components/ui/toasts.tsx";
import { SecretOnce } from "#components/ui/json/secret-once.tsx";
import * as englishDestinations from "#lib/messages/en/destinations.ts";
import { longMoment } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinationWays } from "#lib/client/api/use-destinations.ts";
import { ApiProblem } from "#lib/client/fetcher/request.ts";
import type { DestinationView } from "#lib/contract/destinations.ts";
import { OVERLAP_HOURS } from "#lib/contract/values/destinations.ts";
import { Labeled } from "#components/destinations/form/labeled.tsx";
import { useSaid } from "#components/destinations/use-said.ts";

const HOURS = { none: OVERLAP_HOURS.min, day: OVERLAP_HOURS.default, week: OVERLAP_HOURS.max } as const;

const Line = styled.div`
  align-items: center;
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  margin-bottom: 12px;
  > code {
    min-width: 0;
    overflow-wrap: anywhere;
  }
`;

interface Props {
  destination: DestinationView;
  isFixed: boolean;
}

/** The keys that sign, and the way to a new one. A receiver that checks with its client secret has none to renew here. */
export function KeyPanel({ destination: { id, secrets, signing }, isFixed }: Props) {
  const { DESTINATIONS } = useWords(englishDestinations);
  const { store } = useStore();
  const { renew } = useDestinationWays(store);
  const locale = useLocale();
  const said = useSaid();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const [overlap, setOverlap] = useState<keyof typeof HOURS>("day");
  const [secret, setSecret] = useState<string | null>(null);
  const confirm = async () => {
    setIsAsking(false);
    try {
      setSecret(await renew(id, HOURS[overlap]));
    } catch (problem) {
      const text = problem instanceof ApiProblem ? problem.message : "";
      toast({ type: "error", header: DESTINATIONS.renewFailed, text });
    }
  };
  return (
    <Panel
      action={
        !isFixed &&
        signing !== "bigcommerce" && (
          <Button onClick={() => setIsAsking(true)} variant="secondary">
            {DESTINATIONS.renew}
          </Button>
        )
      }
      description={DESTINATIONS.keysText}
      title={DESTINATIONS.keys}
    >
      {secrets.map(({ id: key, madeAt, until, publicKey }) => (
        <div key={key}>
          <Text>
            {DESTINATIONS.keyMade(said.day(madeAt))}
            {until !== null && `. ${DESTINATIONS.keyUntil(longMoment(until, locale))}`}
          </Text>
          {publicKey !== null && <PublicKey value={publicKey} />}
        </div>
      ))}
      {secret !== null && signing !== "ed25519" && (
        <SecretOnce copy={DESTINATIONS.copyKey} header={null} secret={secret} text={DESTINATIONS.keyOnce} />
      )}
      <ConfirmDialog
        confirmLabel={DESTINATIONS.renew}
        isOpen={isAsking}
        onCancel={() => setIsAsking(false)}
        onConfirm={() => void confirm()}
        text={DESTINATIONS.renewText}
        title={DESTINATIONS.renewQuestion}
      >
        <Labeled
          isFixed={false}
          label={DESTINATIONS.overlap}
          names={DESTINATIONS.overlaps}
          onChange={setOverlap}
          value={overlap}
        />
      </ConfirmDialog>
    </Panel>
  );
}

/** What a receiver verifies with, which everybody may know. */
function PublicKey({ value }: { value: string }) {
  const { DESTINATIONS } = useWords(englishDestinations);
  return (
    <Line aria-label={DESTINATIONS.publicKey} role="group">
      <Code>{value}</Code>
      <CopyButton label={DESTINATIONS.copyKey} name={DESTINATIONS.copyKey} text={value} />
    </Line>
  );
}
