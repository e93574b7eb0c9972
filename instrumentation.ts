interface RunningWorker {
  stop(): Promise<void>;
}

// Next.js loads this file into a bundle of its own, the custom server loads it as it is; the process has one worker.
const shared = globalThis as typeof globalThis & { [key: symbol]: Promise<RunningWorker> | undefined };
const KEY = Symbol.for("webhook-keeper.worker");

/**
 * Called by Next.js once per server process: starts the background jobs inside the app, unless they have processes of
 * their own (`WORKER=external`). A worker that cannot start is an error of the whole app.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { config } = await import("#lib/config/config.ts");
  if (config().worker !== "inline") return;
  const { startWorker } = await import("#lib/jobs/worker.ts");
  await (shared[KEY] ??= startWorker());
}

/** Stops the background jobs of this process; at once when there are none. May be repeated. */
export async function stopInlineWorker(): Promise<void> {
  const starting = shared[KEY];
  delete shared[KEY];
  await (await starting?.catch(() => undefined))?.stop();
}
