// `npm run test:fleet -- [kills|rolling|fair|failover|scale …] [--seconds N] [--per-second N] [--every N] [--events N] [--stores N]`:
// four receivers behind HAProxy with the file that is shipped for it, and four workers, on one PostgreSQL of this machine's.
// Exits with 0 when all of it held. Each trial has a process, because the settings are read once in one.
import { buildWhenStale } from "#scripts/builds.ts";
import { startChild } from "#scripts/child.ts";
import { optionsOf } from "./options.ts";

const { names } = optionsOf(process.argv.slice(2));
await buildWhenStale();
const numbers = process.argv.slice(2).filter((_, index, all) => [all[index], all[index - 1]].some(isOption));
let broken = 0;
for (const name of names) {
  const { child } = startChild({
    name,
    script: "tests/fleet/trial.ts",
    args: [name, ...numbers],
    env: process.env,
    stopWithinMs: 30_000,
    onStarted: () => undefined,
  });
  const stop = () => void child.stop().then(() => process.exit(1));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, stop);
  if ((await child.ended) !== "exit code 0") broken++;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.off(signal, stop);
}
process.exit(broken === 0 ? 0 : 1);

/** Names of trials stand alone; every option has a value. */
function isOption(word: string | undefined): boolean {
  return word?.startsWith("--") === true;
}
