import type { Task } from "graphile-worker";
import type { JobName } from "#lib/platform/queue/jobs.ts";
import { carryOutRunsTask } from "./tasks/carry-out-runs.ts";
import { checkAlertsTask } from "./tasks/check-alerts.ts";
import { confirmUninstallTask } from "./tasks/confirm-uninstall.ts";
import { eraseDataTask } from "./tasks/erase-data.ts";
import { forgetJobsTask } from "./tasks/forget-jobs.ts";
import { forgetLaunchesTask } from "./tasks/forget-launches.ts";
import { keepAlertsTask } from "./tasks/keep-alerts.ts";
import { keepPartitionsTask } from "./tasks/keep-partitions.ts";
import { keepPrivacyTask } from "./tasks/keep-privacy.ts";
import { readResourcesTask } from "./tasks/read-resources.ts";
import { reconcileAllTask } from "./tasks/reconcile-all.ts";
import { reconcileStoreTask } from "./tasks/reconcile-store.ts";
import { renewSecretsTask } from "./tasks/renew-secrets.ts";
import { sendAlertTask } from "./tasks/send-alert.ts";
import { wakeReadingTask } from "./tasks/wake-reading.ts";
import { watchDestinationsTask } from "./tasks/watch-destinations.ts";
import { watchStoreTask } from "./tasks/watch-store.ts";

/** What the worker does for each job's name. */
export const TASKS: Readonly<Record<JobName, Task>> = {
  "reconcile-store": reconcileStoreTask,
  "watch-store": watchStoreTask,
  "carry-out-runs": carryOutRunsTask,
  "read-resources": readResourcesTask,
  "wake-reading": wakeReadingTask,
  "reconcile-all": reconcileAllTask,
  "renew-secrets": renewSecretsTask,
  "check-alerts": checkAlertsTask,
  "send-alert": sendAlertTask,
  "keep-alerts": keepAlertsTask,
  "watch-destinations": watchDestinationsTask,
  "confirm-uninstall": confirmUninstallTask,
  "keep-partitions": keepPartitionsTask,
  "erase-data": eraseDataTask,
  "keep-privacy": keepPrivacyTask,
  "forget-launches": forgetLaunchesTask,
  "forget-jobs": forgetJobsTask,
};
