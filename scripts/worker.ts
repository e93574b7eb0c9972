// `npm run worker`: background jobs in a process of their own, beside an app that runs with WORKER=external.
import "./environment.ts";
import "#lib/builds/own.ts";
import { collectWhenCalm } from "#lib/calm-collection.ts";
import { InvalidSettings, config } from "#lib/config/config.ts";
import { consoleToLog } from "#lib/log/console-to-log.ts";
import { closeDatabase } from "#lib/platform/db/client.ts";
import { checkSeals } from "#lib/features/secrets/openable.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { stopTracing } from "#lib/tracing/tracing.ts";
import { checkDatabase } from "./check-database.ts";
import { whenNpmIsGone } from "./parents.mjs";
import { exposedFile } from "./settings.ts";
import { leaveOutputToLog, say, warn } from "./steps.ts";

leaveOutputToLog();
try {
  const { databaseUrl } = config();
  if (!databaseUrl) {
    throw new InvalidSettings([
      "DATABASE_URL is missing: a worker beside the app needs the address of the app's database",
    ]);
  }
  warn(config().isSandbox ? null : exposedFile());
  await checkDatabase(databaseUrl, config());
  warn(await checkSeals(databaseUrl, config().encryptionKeys));
  // Not before: the logger reads the settings when it is imported, and .env is among them.
  const [{ startWorker }, { log }, { listenForMetrics }, { startTracing }] = await Promise.all([
    import("#lib/jobs/worker.ts"),
    import("#lib/log/log.ts"),
    import("#lib/http/metrics-listener.ts"),
    import("#lib/tracing/start.ts"),
  ]);
  consoleToLog(console, log);
  const metrics = listenForMetrics(config());
  await startTracing(config().tracing);
  const worker = await startWorker();
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await worker.stop();
    metrics?.close();
    await stopTracing();
    await closeNotifications();
    await closeDatabase();
    process.exit(0);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"]) process.on(signal, () => void stop());
  if (!process.connected) whenNpmIsGone(() => void stop());
  process.send?.({ type: "ready" });
  collectWhenCalm();
  say("The worker is ready.");
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
