// `npm run test:forwarding -- [NAME …]`: tries on workers in processes of their own what `npm test` tries on a smaller scale,
// with the product's own times: outages, neighbors, backlogs and order. Exits with 0 when all of it held.
import { parseArgs } from "node:util";
import { sayFound, type Found } from "#tests/lab/found.ts";
import { openLab } from "#tests/lab/lab.ts";
import { startSink } from "#tests/support/sink.ts";
import type { Ground } from "./ground.ts";

const { positionals } = parseArgs({ allowPositionals: true });
const lab = await openLab();
// Not before: what they use reads the settings when it is imported.
const [{ groundOf }, outages, neighbors, backlogs, things] = await Promise.all([
  import("./ground.ts"),
  import("./outages.ts"),
  import("./neighbors.ts"),
  import("./backlogs.ts"),
  import("./things.ts"),
]);
const TRIALS: Readonly<Record<string, (ground: Ground) => Promise<Found>>> = {
  steady: things.steadyStream,
  order: things.orderOfThings,
  latest: things.latestOnly,
  held: outages.heldCommit,
  frozen: outages.frozenOwner,
  away: outages.databaseAway,
  silent: neighbors.silentNeighbors,
  busy: neighbors.busyNeighbor,
  dead: backlogs.deadReceiver,
  off: backlogs.offForDays,
};
const wanted = positionals.length > 0 ? positionals : Object.keys(TRIALS);
let broken = 0;
for (const name of wanted) {
  const trial = TRIALS[name];
  if (!trial) throw new Error(`There is no trial ${name}; there are ${Object.keys(TRIALS).join(", ")}`);
  const sink = await startSink();
  const ground = groundOf(lab, sink);
  const found = await trial(ground);
  await ground.clear();
  await sink.close();
  broken += sayFound(name, found);
}
await lab.close();
process.exit(broken === 0 ? 0 : 1);
