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
    const product = await lab.start(server);
    const spooling = await lab.start(server, { SPOOL_DIR: join(lab.dataDir, "spool") });
    const bareNode = await lab.start("tests/bench/servers/bare-node.ts");
    const store = `${product.origin}/api/webhooks/${lab.sender.storeHash}`;
    return {
      lab,
      doors: [
        { name: "intake.listener", url: store },
        { name: "intake.besideSpool", url: `${spooling.origin}/api/webhooks/${lab.sender.storeHash}` },
        { name: "intake.route", url: `${store}/door` },
        { name: "floor.emptyRoute", url: `${store}/empty` },
        { name: "floor.bareNode", url: `${bareNode.origin}/` },
        { name: "naive.prismaCreate", url: `${store}/naive` },
      ],
    };
  } catch (error) {
    await lab.close();
    throw error;
  }
}
