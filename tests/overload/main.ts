// `npm run test:overload -- [--seconds N] [--per-second N]`: sends the running app ten times the deliveries that it can
// take. `npm run test:overload -- --doors [--seconds N]`: takes all that a client can get of the app besides, and
// delivers meanwhile; N is how long memory may take to come back. Exits with 0 when all went as it should.
import { parseArgs } from "node:util";
import { buildWhenStale } from "#scripts/builds.ts";

const { values } = parseArgs({
  options: {
    doors: { type: "boolean", default: false },
    seconds: { type: "string" },
    "per-second": { type: "string", default: "4000" },
  },
});

await buildWhenStale();
// Each brings a lab of its own, which replaces this process's settings: nothing else may be loaded before.
const isFine = values.doors
  ? await (await import("./doors.ts")).crowdTheDoors(Number(values.seconds ?? 60))
  : await (
      await import("./deliveries.ts")
    ).floodWithDeliveries(Number(values.seconds ?? 600), Number(values["per-second"]));
process.exit(isFine ? 0 : 1);
