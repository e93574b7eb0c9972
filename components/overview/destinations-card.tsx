"use client";

import styled from "styled-components";
import { useStore } from "#components/shell/store-context.tsx";
import { TextLink } from "#components/ui/links.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishDeliveries from "#lib/messages/en/deliveries.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { useDestinations } from "#lib/client/api/use-destinations.ts";
import { destinationPath, pagePath } from "#lib/client/paths.ts";
import type { AlertList } from "#lib/contract/alerts.ts";
import { standingOf } from "./destinations-standing.ts";

/** Destinations named on the card; the rest is on their own screen. */
const NAMED_MAX = 3;

const Line = styled.p`
  margin: 0;
  overflow-wrap: anywhere;
`;

/** How many destinations work, as "To do" has it, and what waits for them; nothing in a store that has none. */
export function DestinationsCard({ todo }: { todo: Pick<AlertList, "alerts"> }) {
  const { DELIVERIES } = useWords(englishDeliveries);
  const { store } = useStore();
  const { data } = useDestinations(store);
  const all = data?.destinations.filter(({ isOn, offReason }) => isOn || offReason !== "person") ?? [];
  if (all.length === 0) return null;
  const { working, needing, retrying } = standingOf(all, todo.alerts);
  const troubled = [...needing, ...retrying];
  const sum = (count: (each: (typeof all)[number]) => number) =>
    all.reduce((total, each) => total + count(each), 0);
  const [waiting, failed] = [sum((each) => each.waiting), sum((each) => each.failed)];
  const facts = [
    ...(working > 0 ? [DELIVERIES.working(working, all.length)] : []),
    ...(needing.length > 0 ? [DELIVERIES.needing(needing.length)] : []),
    ...(retrying.length > 0 ? [DELIVERIES.retrying(retrying.length)] : []),
    waiting === 0 ? DELIVERIES.allWell : DELIVERIES.waiting(waiting),
    ...(failed > 0 ? [DELIVERIES.gaveUp(failed)] : []),
  ];
  return (
    <Panel
      action={
        <TextLink href={pagePath(store, "destinations")} prefetch={false}>
          {DELIVERIES.view}
        </TextLink>
      }
      title={DELIVERIES.card}
    >
      <Line>{facts.join(" · ")}</Line>
      {troubled.length > 0 && (
        <Line>
          {troubled.slice(0, NAMED_MAX).map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ", "}
              <TextLink href={destinationPath(store, id)} prefetch={false}>
                {name}
              </TextLink>
            </span>
          ))}
          {troubled.length > NAMED_MAX && ` ${DELIVERIES.more(troubled.length - NAMED_MAX)}`}
        </Line>
      )}
    </Panel>
  );
}
