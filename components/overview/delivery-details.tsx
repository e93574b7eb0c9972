"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "#components/ui/form/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import * as englishOverview from "#lib/messages/en/overview.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import type { Chart } from "#lib/contract/chart.ts";
import type { Overview } from "#lib/contract/overview.ts";

const DeliveryFacts = dynamic(() => import("./delivery-facts.tsx").then((module) => module.DeliveryFacts));

/** How deliveries went, for those who want to know: closed at first. */
export function DeliveryDetails({ overview, chart }: { overview: Overview; chart: Chart | undefined }) {
  const { OVERVIEW } = useWords(englishOverview);
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      action={
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} variant="subtle">
          {isOpen ? OVERVIEW.hideDetails : OVERVIEW.showDetails}
        </Button>
      }
      description={OVERVIEW.detailsText}
      title={OVERVIEW.details}
    >
      {isOpen && <DeliveryFacts chart={chart} overview={overview} />}
    </Panel>
  );
}
