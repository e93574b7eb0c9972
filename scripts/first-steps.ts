import { relative } from "node:path";

/** Where the parts of a demo are found. */
export interface Demo {
  /** The page to open first. */
  url: string;
  /** Whole paths. */
  logPath: string | null;
  dataDir: string;
}

/**
 * What someone who has just started the demo does next: the last lines that the start writes, below its `Ready:`. Pure.
 * @param here The folder that paths are told from.
 */
export function firstSteps({ url, logPath, dataDir }: Demo, here: string): string {
  const placeOf = (path: string) => {
    const short = relative(here, path);
    return short.startsWith("..") ? path : short;
  };
  return `
  Open ${url}
  It is a simulated BigCommerce control panel. Nothing leaves this computer.

  Log in    You are the owner of the store. Choose a staff user at the top of the page to see what staff see.
  Try       1. Place an order in the bar below the app, and watch it arrive under Events.
            2. Change a price there and open its event: it shows the old price and the new one.
            3. Turn webhooks on and off under Webhooks, and select Check now.
            4. Open Warehouse, another system in the panel's menu, and see the order there. Break it, place
               an order, and read under Destinations what waits for it. Fix it, and the order arrives.
${logPath === null ? "" : `  Log       ${placeOf(logPath)}\n`}  Stop      Press Ctrl-C. To start over, delete ${placeOf(dataDir)}.
`;
}
