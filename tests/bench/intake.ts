import { closedRound } from "./closed-loop.ts";
import { signedDeliveries } from "#tests/lab/deliveries.ts";
import { openFloors } from "./floors.ts";
import { resultOf, type Result } from "./statistics.ts";

const CONNECTIONS = [32, 128] as const;
/** How long a round should take, and how long the calibration before it. */
const ROUND_MS = 2_500;
const CALIBRATION_REQUESTS = 1_280;

/**
 * Measures durable acknowledgements a second through both doors, and through the listener beside a spool that has nothing
 * to do, against an empty route handler in the same server, an empty `node:http` handler and a naive receiver, in
 * interleaved rounds whose order rotates.
 */
export async function measureIntake(rounds: number, say: (line: string) => void): Promise<Result[]> {
  const floors = await openFloors();
  try {
    const results: Result[] = [];
    for (const connections of CONNECTIONS) {
      const rates = new Map<string, number[]>(floors.doors.map(({ name }) => [name, []]));
      const run = async (url: string, count: number) => {
        const deliveries = signedDeliveries(count, floors.lab.sender, new Date());
        return (await closedRound({ url, connections, deliveries })).perSecond;
      };
      const amounts = new Map<string, number>();
      for (const { name, url } of floors.doors) {
        await run(url, CALIBRATION_REQUESTS);
        const rate = await run(url, CALIBRATION_REQUESTS * 2);
        amounts.set(name, Math.ceil((rate * ROUND_MS) / 1000 / connections) * connections);
      }
      for (let round = 0; round < rounds; round++) {
        const turn = round % floors.doors.length;
        for (const { name, url } of [...floors.doors.slice(turn), ...floors.doors.slice(0, turn)]) {
          const rate = await run(url, amounts.get(name) ?? CALIBRATION_REQUESTS);
          rates.get(name)?.push(rate);
          say(`${connections} connections, round ${round + 1}: ${name} ${Math.round(rate)}/s`);
        }
      }
      for (const [name, values] of rates)
        results.push(resultOf(connections === 32 ? name : `${name}.${connections}`, "per second", values));
    }
    return results;
  } finally {
    await floors.lab.close();
  }
}
