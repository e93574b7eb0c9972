import { useApp } from "#tests/support/app.ts";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { sign } from "#lib/crypto/webhook-signature.ts";
import { ensurePartitions } from "#lib/features/events/partitions.ts";
import { storeCredentials } from "#lib/features/stores/records.ts";
import { StoreHash } from "#lib/ids.ts";
import { startWorker } from "#lib/jobs/worker.ts";
import { traceIdOf } from "#lib/tracing/ids.ts";
import { startTracing } from "#lib/tracing/start.ts";
import { stopTracing, tracing } from "#lib/tracing/tracing.ts";
import { startCollector, type Collector, type ReceivedSpan } from "#tests/support/collector.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newDestination } from "#tests/support/forwarding.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const app = useApp({ receives: true });
const sink = useSink();
let collector: Collector;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  await ensurePartitions(new Date(), new Date());
  collector = await startCollector();
  worker = await startWorker();
});
afterAll(async () => {
  await worker.stop();
  await stopTracing();
  await collector.close();
});

/** Delivers an update of a product as BigCommerce does. @returns the event's hash. */
async function deliver(storeHash: string, productId: number): Promise<string> {
  const hash = randomUUID().replaceAll("-", "");
  const seconds = Math.floor(Date.now() / 1_000);
  const scope = "store/product/updated";
  const data = { type: "product", id: productId };
  const body = JSON.stringify({ producer: `stores/${storeHash}`, hash, created_at: seconds, scope, data });
  const headers = {
    "Content-Type": "application/json",
    "webhook-id": hash,
    "webhook-timestamp": String(seconds),
    "webhook-signature": sign(hash, seconds, Buffer.from(body), config().bigcommerce.clientSecret),
  };
  const answer = await app.call(`/api/webhooks/${storeHash}`, "", { method: "POST", body, headers });
  expect(answer.status).toBe(200);
  return hash;
}

test("nothing makes traces unless the settings want them", async () => {
  await startTracing(config().tracing);
  expect(tracing()).toBeUndefined();
});

test("one delivery is one trace: its commit, the reading of its thing at BigCommerce, and what a destination gets", async () => {
  // Before any job of the store begins: what runs when tracing begins has no span that a reading could lead to.
  await startTracing({ endpoint: collector.endpoint, headers: {}, ratio: 1 });
  const store = app.newStore();
  await app.install(store);
  const storeHash = StoreHash.parse(store.hash);
  const [product] = store.shop.products;
  await newDestination(storeHash, sink.url("/traced?key=of-the-address"));
  const hash = await deliver(store.hash, product?.id ?? 0);
  const traceId = traceIdOf({ storeHash, hash });
  const ofTrace = () => collector.spans().filter((span) => span.traceId === traceId);
  const wanted = ["BigCommerce GET", "commit", "delivery", "forward", "read product"];
  await expect
    .poll(
      () =>
        ofTrace()
          .map(({ name }) => name)
          .toSorted(),
      { timeout: 30_000 },
    )
    .toEqual(wanted);

  const spans = new Map(ofTrace().map((span) => [span.name, span]));
  const parents = Object.fromEntries(
    [...spans.values()].map(({ name, parentSpanId }) => [
      name,
      [...spans.values()].find(({ spanId }) => spanId === parentSpanId)?.name ?? null,
    ]),
  );
  expect(parents).toEqual({
    delivery: null,
    commit: "delivery",
    "read product": "delivery",
    "BigCommerce GET": "read product",
    forward: "delivery",
  });
  const [received] = sink.received("/traced?key=of-the-address");
  expect(received?.headers.traceparent).toBe(`00-${traceId}-${spans.get("forward")?.spanId}-01`);
  expect(attributesOf(spans.get("forward"))).toMatchObject({
    "webhook_keeper.outcome": "delivered",
    "webhook_keeper.attempt": "1",
    "http.response.status_code": "200",
  });
  expect(attributesOf(spans.get("BigCommerce GET"))["http.response.status_code"]).toBe("200");
  // The job that read it has a trace of its own, to which the reading leads.
  const [link] = spans.get("read product")?.links ?? [];
  await expect
    .poll(() => collector.spans().find(({ spanId }) => spanId === link?.spanId)?.name)
    .toBe("job read-resources");

  const told = collector.texts.join("\n");
  expect(told).toContain('"webhook-keeper"');
  const { accessToken = "", webhookSecret = "" } = (await storeCredentials(storeHash)) ?? {};
  expect([accessToken, webhookSecret]).not.toContain("");
  for (const secret of [
    accessToken,
    webhookSecret,
    config().bigcommerce.clientSecret,
    "of-the-address",
    "producer",
  ])
    expect(told).not.toContain(secret);
});

const attributesOf = (span: ReceivedSpan | undefined) =>
  Object.fromEntries(
    (span?.attributes ?? []).map(({ key, value }) => [key, String(value.stringValue ?? value.intValue)]),
  );
