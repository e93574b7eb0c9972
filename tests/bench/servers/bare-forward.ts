// Posts so many bodies to addresses as quickly as undici can, with no database, no signature and no order: the floor of
// forwarding. Says over its channel how many a second it was.
import { Agent, request } from "undici";

const { urls, count, connections } = JSON.parse(process.argv[2] ?? "{}") as {
  urls: string[];
  count: number;
  connections: number;
};
const agent = new Agent({ allowH2: false, pipelining: 1, connections });
const body = Buffer.from(JSON.stringify({ scope: "store/order/created", data: { type: "order", id: 1 } }));
const headers = { "content-type": "application/json", "webhook-id": "floor" };
let next = 0;
const work = async (url: string): Promise<void> => {
  while (next < count) {
    next++;
    const answer = await request(url, { dispatcher: agent, method: "POST", headers, body });
    await answer.body.dump();
  }
};
// Connections are made first, as those of a worker at work are.
await Promise.all(urls.map((url) => request(url, { dispatcher: agent, method: "POST", headers, body })));
const startMs = performance.now();
await Promise.all(urls.flatMap((url) => Array.from({ length: connections }, () => work(url))));
process.send?.({ perSecond: count / ((performance.now() - startMs) / 1_000) });
