"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useToast } from "#components/ui/toasts.tsx";
import type { Preset } from "#lib/catalogue/presets.ts";
import * as englishWebhooks from "#lib/messages/en/webhooks.ts";
import { useWords } from "#components/i18n/use-messages.ts";
import { isIncluded, isOn, type RowGroup, type WebhookRow } from "#components/webhooks/rows.ts";
import type { StrayRow } from "#components/webhooks/strays-section.tsx";
import type { useWebhookActions } from "#components/webhooks/use-webhook-actions.ts";
import type { Turning } from "./turning.ts";

// Not part of the first look.
const loadTurning = () => import("./turning.ts");

/** Something to be sure about before it happens. */
export type Asked = { run: () => void } & (
  | { kind: "turn"; turning: Turning; set?: { title: string; isOn: number } }
  | { kind: "remove"; stray: StrayRow }
);

/** Turns event types on and off, one or many, and asks first where that loses, doubles or replaces something. */
export function useTurning(groups: readonly RowGroup[], actions: ReturnType<typeof useWebhookActions>) {
  const { WEBHOOKS } = useWords(englishWebhooks);
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const latest = useRef({ rows: [] as readonly WebhookRow[], actions });
  useEffect(() => {
    latest.current = { rows: groups.flatMap(({ rows }) => rows), actions };
  });

  const verbs = useMemo(() => {
    const carryOut = async ({ scopes, wanted, replaced }: Turning, onDone?: () => void) => {
      const { toggleMany, replace } = latest.current.actions;
      const worked = replaced.length > 0 ? await replace(scopes, replaced) : await toggleMany(scopes, wanted);
      if (worked) onDone?.();
    };
    const ask = async (turning: Turning, onDone?: () => void, set?: { title: string; isOn: number }) => {
      const { mustAsk } = await loadTurning();
      const run = () => void carryOut(turning, onDone);
      if (turning.scopes.length === 0) toast({ type: "info", subject: "many", text: WEBHOOKS.nothingToDo });
      else if (set || mustAsk(turning)) setAsked({ kind: "turn", turning, run, ...(set && { set }) });
      else run();
    };
    /** @param onDone Called once it has worked, or a worker has taken it on. */
    const turn = (scopes: readonly string[], wanted: boolean, onDone?: () => void) =>
      void loadTurning().then(({ turningOff, turningOn }) =>
        ask((wanted ? turningOn : turningOff)(scopes, latest.current.rows), onDone),
      );

    return {
      turn,
      /** One switch. */
      toggle: (row: WebhookRow, wanted: boolean) => {
        const toggle = () => void latest.current.actions.toggle(row, wanted);
        if (!wanted || !row.entry?.isWildcard) return toggle();
        void loadTurning().then(({ turningOn }) => {
          const turning = turningOn([row.id], latest.current.rows);
          return turning.replaced.length > 0 ? ask(turning) : toggle();
        });
      },
      /** A ready-made set: turns on what is missing of it or, where nothing is, all of it off. */
      choose: async ({ title, scopes }: Preset) => {
        const { rows } = latest.current;
        const ofSet = rows.filter(({ id }) => scopes.includes(id));
        const here = ofSet.filter((row) => isOn(row) || isIncluded(row)).length;
        const { turningOff, turningOn } = await loadTurning();
        const turning = (here === ofSet.length ? turningOff : turningOn)(scopes, rows);
        if (turning.scopes.length === 0)
          toast({ type: "info", subject: "many", text: WEBHOOKS.setIncluded(title) });
        else await ask(turning, undefined, { title, isOn: here });
      },
      remove: (stray: StrayRow) => {
        const run = () => {
          const { removeOfOthers, toggleMany } = latest.current.actions;
          void (stray.isOfOthers ? removeOfOthers(stray.id) : toggleMany([stray.scope], false));
        };
        setAsked({ kind: "remove", stray, run });
      },
    };
  }, [toast, WEBHOOKS]);
  return { ...verbs, asked, close: () => setAsked(null) };
}
