import { join } from "node:path";
import { openLab, type Lab } from "#tests/lab/lab.ts";
import { buildProductCopy } from "./product-copy.ts";

/** Addresses that take a delivery, from the product's two doors down to the floors. */
export interface Floors {
  lab: Lab;
  doors: readonly { name: string; url: string }[];
}

/** Builds and starts every server that the intake is measured at. */
export async function openFloors(): Promise<Floors> {
  const server = await buildProductCopy();
  const lab = await openLab();
  try {
    // What is held against each other has a process of its own, and is as warm as the other.
    const product = await lab.start(server);
    const spooling = await lab.start(server, { SPOOL_DIR: join(lab.dataDir, "spool") });
    const routes = await lab.start(server);
    const bareNode = await lab.start("tests/bench/servers/bare-node.ts");
    const path = `/api/webhooks/${lab.sender.storeHash}`;
    return {
      lab,
      doors: [
        { name: "intake.listener", url: `${product.origin}${path}` },
        { name: "intake.besideSpool", url: `${spooling.origin}${path}` },
        { name: "intake.route", url: `${routes.origin}${path}/door` },
        { name: "floor.emptyRoute", url: `${routes.origin}${path}/empty` },
        { name: "floor.bareNode", url: `${bareNode.origin}/` },
        { name: "naive.prismaCreate", url: `${routes.origin}${path}/naive` },
      ],
    };
  } catch (error) {
    await lab.close();
    throw error;
  }
}
