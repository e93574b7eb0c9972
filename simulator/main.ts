import { simulatorConfig } from "./config.ts";
import { startSimulator, type Simulator } from "./server.ts";

/** Milliseconds between two small things that a shop does by itself. */
const TRICKLE_EVERY_MS = 30_000;

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (error: unknown) =>
  process.stderr.write(
    `Simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );

async function start(): Promise<Simulator> {
  const { port, app, stateFile } = simulatorConfig();
  return startSimulator({
    port,
    app: { name: "Webhook Keeper", ...app },
    stateFile,
    trickleEveryMs: TRICKLE_EVERY_MS,
    onFault: complain,
  });
}

try {
  const simulator = await start();
  const stop = () => {
    simulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        complain(error);
        process.exit(1);
      },
    );
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
  // The parent is gone, however it went: nobody is left to stop us.
  process.once("disconnect", stop);
  process.send?.({ type: "ready", url: simulator.url });
  say(`Simulator listening on ${simulator.url}`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
