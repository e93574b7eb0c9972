import { useCallback } from "react";
import { useStore } from "#components/shell/store-context.tsx";
import { usePreferences } from "#lib/client/api/use-preferences.ts";
import { SETUP_STEPS, type SetupStep } from "#lib/contract/values/setup.ts";

const rankOf = (step: SetupStep) => SETUP_STEPS.indexOf(step);

/** How far this person came in setting the app up, and a function that says when they came further. */
export function useSetup(): { setup: SetupStep; reach: (step: SetupStep) => void } {
  const { store, setup } = useStore();
  const save = usePreferences(store);
  const reach = useCallback(
    (step: SetupStep) => {
      // Whoever looks at it again stays where they were. What is not kept is asked again, on Overview.
      if (rankOf(step) > rankOf(setup)) void save({ setup: step }).catch(() => undefined);
    },
    [save, setup],
  );
  return { setup, reach };
}
