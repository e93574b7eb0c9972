import { processWide } from "#lib/process-wide.ts";

interface RunningWorker {
  stop(): Promise<void>;
}

const worker = processWide("worker", (): { starting?: Promise<RunningWorker> } => ({}));

/**
 * Called by Next.js once per server process: starts traces, where they are wanted, and the background jobs inside the app, unless they have processes of
 * their own (`WORKER=external`). A worker that cannot start is an error of the whole app.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("#lib/config/config.ts");
  const { startTracing } = await import("#lib/tracing/start.ts");
  await startTracing(config().tracing);
  if (config().worker !== "inline") return;
  const { startWorker } = await import("#lib/jobs/worker.ts");
  await (worker.starting ??= startWorker());
}

/** Stops the background jobs of this process; at once when there are none. May be repeated. */
export async function stopInlineWorker(): Promise<void> {
  const starting = worker.starting;
  delete worker.starting;
  await (await starting?.catch(() => undefined))?.stop();
}
