"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { Button } from "#components/ui/form/button.tsx";
import * as englishViews from "#lib/messages/en/views.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { eventAddressQuery, type EventFilters } from "#lib/client/log/event-address.ts";
import { useViews } from "#lib/client/api/use-views.ts";

const ViewsDialog = dynamic(() => import("./views-dialog.tsx").then((module) => module.ViewsDialog));

interface ViewsButtonProps {
  filters: EventFilters;
  onShow: (filters: EventFilters) => void;
}

/** Leads to the saved views. Says which of them is shown: a view is what its address asks for. */
export function ViewsButton({ filters, onShow }: ViewsButtonProps) {
  const { VIEWS } = useWords(englishViews);
  const { store } = useStore();
  const { views } = useViews(store);
  const [isOpen, setIsOpen] = useState(false);
  const query = eventAddressQuery(filters);
  const shown = views?.find((view) => view.query === query && query !== "");
  return (
    <>
      <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)} variant="secondary">
        {shown ? VIEWS.openNamed(shown.name) : VIEWS.open}
      </Button>
      {isOpen && <ViewsDialog onClose={() => setIsOpen(false)} onShow={onShow} query={query} />}
    </>
  );
}
