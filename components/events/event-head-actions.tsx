"use client";

import dynamic from "next/dynamic";
import { Button } from "#components/ui/form/button.tsx";
import { RowMenu } from "#components/ui/overlay/row-menu.tsx";
import { Placeholder } from "#components/ui/placeholder.tsx";
import { useMedia } from "#components/ui/use-media.ts";
import * as englishEvents from "#lib/messages/en/events.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { EventFilters } from "#lib/client/log/event-address.ts";

const ViewsButton = dynamic(() => import("./filters/views-button.tsx").then((module) => module.ViewsButton), {
  loading: () => <Placeholder $height="36px" $width="130px" />,
  ssr: false,
});

interface EventHeadActionsProps {
  filters: EventFilters;
  canExport: boolean;
  onFilter: (change: Partial<EventFilters>) => void;
  onExport: () => void;
  onKeys: () => void;
}

/** What is done with the log as a whole. Who works by touch has no keys to be told of. */
export function EventHeadActions({ filters, canExport, onFilter, onExport, onKeys }: EventHeadActionsProps) {
  const { EVENTS } = useWords(englishEvents);
  const hasKeys = useMedia("(hover: hover) and (pointer: fine)");
  return (
    <>
      <ViewsButton filters={filters} onShow={onFilter} />
      <Button disabled={!canExport} onClick={onExport} variant="secondary">
        {EVENTS.export}
      </Button>
      {hasKeys && (
        <RowMenu items={[{ id: "keys", label: EVENTS.keys, onChoose: onKeys }]} name={EVENTS.moreActions} />
      )}
    </>
  );
}
