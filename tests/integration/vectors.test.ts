import { vectors } from "#tests/support/vectors.ts";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { decodeJwt } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import * as load from "#app/api/bigcommerce/load/route.ts";
import * as removeUser from "#app/api/bigcommerce/remove-user/route.ts";
import * as uninstall from "#app/api/bigcommerce/uninstall/route.ts";
import { POST } from "#app/api/webhooks/[storeHash]/route.ts";
import { saveVisit } from "#lib/features/auth/records.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { closeNotifications } from "#lib/platform/db/notifications.ts";
import { StoreHash } from "#lib/ids.ts";
import { saveInstalledStore } from "#lib/features/stores/records.ts";
import { inTransaction } from "#lib/platform/db/transaction.ts";
import { answerArrival, receiverPath } from "#lib/features/receiver/listener.ts";
import { closeReceiver } from "#lib/features/receiver/receive.ts";
import { useDatabase } from "#tests/support/database.ts";

useDatabase();

type Delivery = (typeof vectors.webhook.cases)[number];
let server: Server;

beforeAll(async () => {
  server = createServer((request, response) => {
    void answerArrival(request, response, receiverPath(request.url) ?? "", () => new Date());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(async () => {
  vi.useRealTimers();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await closeReceiver();
  await closeNotifications();
});
beforeEach(async () => {
  const { prisma } = database();
  await prisma.$executeRaw`TRUNCATE events, used_launches, memberships, users, stores CASCADE`;
});

/** Only dates: timers and the network go on as they are. */
const itIs = (clock: number) => vi.useFakeTimers({ toFake: ["Date"], now: clock * 1000 });

/** Both doors of the receiver. */
const DOORS: readonly [name: string, send: (storeHash: string, delivery: Delivery) => Promise<Response>][] = [
  [
    "the listener",
    (storeHash, { headers, body }) => {
      const { port } = server.address() as AddressInfo; // a listening TCP server's address is never text
      return fetch(`http://127.0.0.1:${port}/api/webhooks/${storeHash}`, { method: "POST", headers, body });
    },
  ],
  [
    "the route",
    (storeHash, { headers, body }) =>
      POST(new Request(`${config().appUrl}/api/webhooks/${storeHash}`, { method: "POST", headers, body }), {
        params: Promise.resolve({ storeHash }),
      }),
  ],
];

describe.each(DOORS)("a delivery through %s", (_door, send) => {
  test.each(vectors.webhook.cases)("$name: $expect", async (delivery) => {
    itIs(delivery.clock);
    const storeHash = /"stores\/(\w+)"/.exec(delivery.body)?.[1] ?? "";
    const response = await send(storeHash, delivery);
    const isAccepted = delivery.expect === "accept";
    expect([response.status, await response.text()]).toEqual([isAccepted ? 200 : 401, ""]);
    const events = await database().prisma.event.findMany({ where: { storeHash } });
    expect(events.map(({ body }) => Buffer.from(body).toString())).toEqual(isAccepted ? [delivery.body] : []);
  });
});

describe("a signed payload", () => {
  const { cases } = vectors.signedPayloadJwt;
  const isRight = (each: (typeof cases)[number]) => each.expect !== "reject";

  /** The app is installed in the store that the vectors are about, and its people have been there. */
  async function installed(clock: number): Promise<StoreHash> {
    const first = cases.find(isRight);
    const { sub = "", user, owner } = decodeJwt<{ user: Person; owner: Person }>(first?.jwt ?? "");
    const hash = StoreHash.parse(sub.replace("stores/", ""));
    const before = new Date((clock - 7200) * 1000);
    const store = {
      hash,
      accessToken: "token",
      scopes: [],
      accountUuid: null,
      ownerUserId: BigInt(owner.id),
    };
    await inTransaction((tx) => saveInstalledStore(tx, store, before));
    for (const { id, email } of [user, owner]) {
      const visit = {
        storeHash: hash,
        userId: BigInt(id),
        email,
        isOwner: id === owner.id,
        locale: null,
        admittedAt: before,
      };
      await inTransaction((tx) => saveVisit(tx, visit, before));
    }
    return hash;
  }
  interface Person {
    id: number;
    email: string;
  }
  const call = (route: typeof load, name: string, jwt: string) =>
    route.GET(new Request(`${config().appUrl}/api/bigcommerce/${name}?signed_payload_jwt=${jwt}`));

  test.each(cases)("through load, $name: $expect", async (each) => {
    itIs(each.clock);
    const hash = await installed(each.clock);
    const response = await call(load, "load", each.jwt);
    const location = new URL(response.headers.get("Location") ?? "");
    expect([response.status, location.origin]).toEqual([303, config().appUrl]);
    expect(response.headers.getSetCookie()).toHaveLength(isRight(each) ? 1 : 0);
    if (isRight(each)) {
      const { url } = decodeJwt<{ url: string }>(each.jwt);
      const isPage = each.expect === "accept" && url !== "/";
      expect(`${location.pathname}${location.search}`).toBe(`/s/${hash}${isPage ? url : "/overview"}`);
    } else {
      expect(location.pathname).toBe("/launch-failed");
      expect(location.hash).toBe("");
      expect(await database().prisma.usedLaunch.count()).toBe(0);
    }
  });

  test.each(cases)("through uninstall, $name: $expect", async (each) => {
    itIs(each.clock);
    const hash = await installed(each.clock);
    expect((await call(uninstall, "uninstall", each.jwt)).status).toBe(isRight(each) ? 200 : 401);
    const store = await database().prisma.store.findUniqueOrThrow({ where: { hash } });
    expect([store.accessTokenSealed === null, store.uninstalledAt !== null]).toEqual([
      isRight(each),
      isRight(each),
    ]);
  });

  test.each(cases)("through remove-user, $name: $expect", async (each) => {
    itIs(each.clock);
    const hash = await installed(each.clock);
    expect((await call(removeUser, "remove-user", each.jwt)).status).toBe(isRight(each) ? 200 : 401);
    const removed = await database().prisma.membership.findMany({
      where: { storeHash: hash, removedAt: { not: null } },
    });
    const { user } = decodeJwt<{ user: Person }>(each.jwt);
    expect(removed.map(({ userId }) => Number(userId))).toEqual(isRight(each) ? [user.id] : []);
  });
});
