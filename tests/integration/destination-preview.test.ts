import { expect, test } from "vitest";
import type { Access } from "#lib/access.ts";
import { PreviewInput } from "#lib/contract/destination-preview.ts";
import { previewOf } from "#lib/features/forwarding/preview.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  arrivals,
  forwarding,
  newDestination,
  newStore,
  receive,
  stopForwarders,
} from "#tests/support/forwarding.ts";
import { useSink } from "#tests/support/sink.ts";

useDatabase();
const sink = useSink();

const owner = async (): Promise<Access> => ({
  storeHash: await newStore(),
  userId: "7",
  email: "ana@example.com",
  isOwner: true,
  mayChangeWebhooks: true,
  locale: null,
  storeEpoch: 1,
  membershipEpoch: 1,
});

const see = (access: Access, input: Partial<PreviewInput>) =>
  previewOf(access, PreviewInput.parse({ url: sink.url("/seen"), eventTypes: ["*"], ...input }), new Date());

test("a preview says byte for byte what is then sent, and sends nothing itself", async () => {
  const ana = await owner();
  await receive(arrivals(ana.storeHash, 1));
  const settings = { payload: "template", template: '{"id": data.payload.data.id, "type": type}' } as const;
  const { event, choices, notWanted, failure, request } = await see(ana, {
    ...settings,
    headerNames: ["X-Depot"],
    auth: { kind: "bearer" },
  });
  expect({ notWanted, failure }).toEqual({ notWanted: null, failure: null });
  expect(choices.map(({ id }) => id)).toEqual([event.id]);
  expect(sink.received("/seen")).toEqual([]);

  await newDestination(ana.storeHash, sink.url("/sent"), settings);
  await receive(arrivals(ana.storeHash, 1));
  forwarding();
  await expect.poll(() => sink.received("/sent").length, { timeout: 10_000 }).toBe(1);
  await stopForwarders();
  const [sent] = sink.received("/sent");
  const again = await see(ana, settings);
  expect(again.request?.body).toBe(sent?.body);
  const {
    "webhook-signature": _,
    "webhook-timestamp": __,
    "x-webhook-keeper-lag-ms": ___,
    ...told
  } = Object.fromEntries(again.request?.headers.map(({ name, value }) => [name, value]) ?? []);
  expect(sent?.headers).toMatchObject(told);
  expect(Object.keys(told)).toContain("webhook-id");
  // Secret values are dots, whatever was typed.
  expect(request?.headers).toContainEqual({ name: "x-depot", value: "•••" });
  expect(request?.headers).toContainEqual({ name: "authorization", value: "Bearer •••" });
  expect(request?.headers).toContainEqual({ name: "webhook-signature", value: "v1,•••" });
  expect(sink.received("/seen")).toEqual([]);
  // A provider's own request is shown as soon as its address can be read, and until then what it carries.
  const queue = { kind: "sqs", auth: { kind: "aws" } } as const;
  const url = "https://sqs.eu-west-1.amazonaws.com/123456789012/orders";
  const [typing, typed] = [
    await see(ana, { ...queue, url: "https://sqs." }),
    await see(ana, { ...queue, url }),
  ];
  expect(typing).toMatchObject({ failure: null, addressFault: expect.stringContaining("Amazon SQS") });
  expect(JSON.parse(typed.request?.body ?? "")).toMatchObject({ MessageBody: typing.request?.body });
  expect(typed.request?.headers).toContainEqual({ name: "authorization", value: "AWS4-HMAC-SHA256 •••" });
});

test("a preview names what is in the way: the filter, the template, the address, another store's event", async () => {
  const ana = await owner();
  const example = await see(ana, {
    eventTypes: ["store/product/*"],
    filter: { "changes.price": { $exists: true } },
  });
  expect(example.event.id).toBeNull();
  expect(example).toMatchObject({ choices: [], notWanted: "filter", failure: null });

  await receive(arrivals(ana.storeHash, 12));
  const { choices, event } = await see(ana, {});
  expect(choices).toHaveLength(10);
  const [, other] = choices;
  expect((await see(ana, { eventId: other?.id })).event.id).toBe(other?.id);
  expect((await see(ana, { eventId: null })).event.id).toBeNull();
  expect(await see(ana, { eventTypes: ["store/cart/created"], eventId: event.id })).toMatchObject({
    choices: [],
    notWanted: "type",
  });
  const failureOf = async (template: string) => (await see(ana, { payload: "template", template })).failure;
  expect(await failureOf(" ")).toBe("TEMPLATE_MISSING");
  expect(await failureOf("{ 'a': ")).toMatch(/^TEMPLATE_WRONG S0\d{3} \d+$/);
  expect(await failureOf("data.nothing")).toBe("TEMPLATE_EMPTY");
  expect((await see(ana, { url: "https://10.0.0.1/" })).addressFault).toMatch(/public/);
  await expect(see(ana, { headerNames: ["Host"] })).rejects.toMatchObject({ code: "HEADERS_REFUSED" });
  await expect(see(ana, { filter: { $where: "1" } })).rejects.toMatchObject({ code: "FILTER_REFUSED" });

  await expect(see(await owner(), { eventId: event.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(see({ ...ana, isOwner: false }, {})).rejects.toMatchObject({ code: "OWNER_ONLY" });
});
