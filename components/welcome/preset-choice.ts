import { PRESETS, type Preset } from "#lib/catalogue/presets.ts";
import type { SubscriptionList } from "#lib/contract/subscriptions.ts";

export interface PresetChoice {
  preset: Preset;
  /** How many of its event types arrive already, by themselves or by a wildcard. */
  on: number;
}

const isThere = (list: SubscriptionList) => {
  const views = list.groups.flatMap(({ events }) => events);
  const there = new Set(
    views.filter((view) => view.wanted || view.includedBy !== null).map(({ scope }) => scope),
  );
  return (scope: string) => there.has(scope);
};

/** The sets with how much of each is on. Nothing is on before the list is here. Pure. */
export function presetChoices(list: SubscriptionList | undefined): PresetChoice[] {
  const arrives = list ? isThere(list) : () => false;
  return PRESETS.map((preset) => ({ preset, on: preset.scopes.filter(arrives).length }));
}

/** Event types of the chosen sets that nothing brings yet, each once. Pure. */
export function missingScopes(list: SubscriptionList, chosen: ReadonlySet<string>): string[] {
  const arrives = isThere(list);
  const scopes = PRESETS.filter(({ id }) => chosen.has(id)).flatMap((preset) => preset.scopes);
  return [...new Set(scopes)].filter((scope) => !arrives(scope));
}
