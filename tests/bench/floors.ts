import { buildWhenStale } from "#scripts/build.ts";
import { startChild } from "#scripts/child.ts";
import { openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";

/** Addresses that take a delivery, from the product's two doors down to the floors. */
export interface Floors {
  lab: Lab;
  product: LabProcess;
  bareNode: LabProcess;
  doors: readonly { name: string; url: string }[];
}

/** Builds what is stale and starts every server that the intake is measured at. */
export async function openFloors(): Promise<Floors> {
  await buildWhenStale(process.env, () => undefined);
  await buildFloor();
  const lab = await openLab();
  try {
    const product = await lab.start("server.ts");
    const next = await lab.start("tests/bench/servers/next.ts", { WORKER: "external" });
    const bareNode = await lab.start("tests/bench/servers/bare-node.ts");
    const { storeHash } = lab.sender;
    return {
      lab,
      product,
      bareNode,
      doors: [
        { name: "intake.listener", url: `${product.origin}/api/webhooks/${storeHash}` },
        { name: "intake.route", url: `${next.origin}/api/webhooks/${storeHash}` },
        { name: "floor.emptyRoute", url: `${next.origin}/api/empty/${storeHash}` },
        { name: "floor.bareNode", url: `${bareNode.origin}/` },
        { name: "naive.prismaCreate", url: `${next.origin}/api/naive/${storeHash}` },
      ],
    };
  } catch (error) {
    await lab.close();
    throw error;
  }
}

async function buildFloor(): Promise<void> {
  let said = "";
  const { child } = startChild({
    name: "the floors' build",
    script: "node_modules/next/dist/bin/next",
    args: ["build", "tests/bench/next"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stopWithinMs: 2_000,
    onOutput: (text) => {
      said += text;
    },
    onStarted: () => undefined,
  });
  const how = await child.ended;
  if (how !== "exit code 0") throw new Error(`The floors could not be built (${how}):\n${said}`);
}
