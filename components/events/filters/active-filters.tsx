"use client";

import { Chip } from "@bigcommerce/big-design";
import { Button } from "#components/ui/form/button.tsx";
import { focusMain } from "#components/ui/focus-main.ts";
import { useLocale } from "#components/ui/locale.tsx";
import * as englishEvents from "#lib/messages/en/events.ts";
import { shortMoment } from "#lib/messages/format/time.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import * as englishCatalogue from "#lib/messages/en/catalogue.ts";
import { NO_FILTERS, type EventFilters } from "#lib/client/log/event-address.ts";
import { Line } from "#components/events/parts.tsx";

/** A chip has no more characters: what somebody pasted must not leave the screen. */
const CHIP_CHARS_MAX = 32;

const cut = (text: string) =>
  text.length > CHIP_CHARS_MAX ? `${text.slice(0, CHIP_CHARS_MAX - 1).trimEnd()}…` : text;

interface ActiveFiltersProps {
  filters: EventFilters;
  onChange: (change: Partial<EventFilters>) => void;
}

/** What narrows the log now, each with a way to take it away. */
export function ActiveFilters({ filters, onChange }: ActiveFiltersProps) {
  const { resourceLabel, titleOf } = useWords(englishCatalogue);
  const { EVENTS } = useWords(englishEvents);
  const locale = useLocale();
  const { search, scopes, group, status, proof, resource, late, time, from, to } = filters;
  const [type = "", ...id] = resource?.split(":") ?? [];
  const range =
    time === "custom"
      ? [from, to].map((edge) => (edge === null ? "…" : shortMoment(edge, locale))).join(" – ")
      : EVENTS.times[time];
  // The chip that was removed held focus; it must not fall to the body.
  const remove = (change: Partial<EventFilters>) => () => {
    onChange(change);
    focusMain();
  };
  const chips = [
    ...(search === "" ? [] : [{ label: EVENTS.searchChip(search), onDelete: remove({ search: "" }) }]),
    ...scopes.map((scope) => ({
      label: titleOf(scope),
      onDelete: remove({ scopes: scopes.filter((kept) => kept !== scope) }),
    })),
    ...(group === null ? [] : [{ label: EVENTS.groups[group], onDelete: remove({ group: null }) }]),
    ...(proof === null ? [] : [{ label: EVENTS.proofs[proof], onDelete: remove({ proof: null }) }]),
    ...(status === null ? [] : [{ label: EVENTS.results[status], onDelete: remove({ status: null }) }]),
    ...(resource === null
      ? []
      : [{ label: resourceLabel({ type, id: id.join(":") }), onDelete: remove({ resource: null }) }]),
    ...(late === null ? [] : [{ label: EVENTS.lateChip, onDelete: remove({ late: null }) }]),
    // A range that is still being chosen narrows nothing.
    ...(time === NO_FILTERS.time || (time === "custom" && from === null && to === null)
      ? []
      : [{ label: range, onDelete: remove({ time: NO_FILTERS.time, from: null, to: null }) }]),
  ];
  if (chips.length === 0) return null;
  return (
    <Line aria-label={EVENTS.active} role="group" style={{ marginTop: 8 }}>
      {chips.map((chip) => (
        <Chip key={chip.label} label={cut(chip.label)} margin="none" onDelete={chip.onDelete} />
      ))}
      <Button onClick={remove(NO_FILTERS)} variant="subtle">
        {EVENTS.clear}
      </Button>
    </Line>
  );
}
