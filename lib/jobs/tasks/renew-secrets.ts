import { defineTask } from "#lib/jobs/define-task.ts";
import { advanceRenewals } from "#lib/features/secrets/renew-secret.ts";

/** Takes renewals of webhook secrets on, one store's or all. Safe to run twice. */
export const renewSecretsTask = defineTask("renew-secrets", ({ storeHash }, { now }) =>
  advanceRenewals(now, storeHash),
);
