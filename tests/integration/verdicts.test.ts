import { useApp } from "#tests/support/app.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { GET } from "#app/s/[storeHash]/api/subscriptions/route.ts";
import { VERDICTS } from "#lib/contract/values/verdicts.ts";
import { type Health, SubscriptionList, type Verdict } from "#lib/contract/subscriptions.ts";
import { config } from "#lib/config/config.ts";
import { database } from "#lib/platform/db/client.ts";
import { StoreHash } from "#lib/ids.ts";
import { changeSubscriptions } from "#lib/features/subscriptions/change.ts";
import { reconcileStore } from "#lib/features/subscriptions/reconcile.ts";
import { closeReceiver, receiver } from "#lib/features/receiver/receive.ts";
import type { SimulatedStore } from "#simulator/world/store.ts";
import { useDatabase } from "#tests/support/database.ts";
import { useHooks } from "#tests/support/hooks.ts";

useDatabase();
const app = useApp({ receives: true });
const hooks = useHooks(app);

const ORDER = "store/order/created";
const ANA = { userId: "7", email: "ana@example.com" };
const LADDER_SECONDS = 48 * 3_600 + 4 * 60 + 1;
const DAY_SECONDS = 86_400;
const patience = { timeoutMs: 2_000, waitMsMax: 0 };

let store: SimulatedStore;
let hash: StoreHash;
let cookie: string;

beforeEach(async () => {
  // A block holds for all stores of the app, and outlives them.
  await app.control("/reset", {});
  store = app.newStore();
  ({ cookie } = await app.install(store));
  // An open receiver hears of the store in a moment; one opened after this knows it.
  await closeReceiver();
  hash = StoreHash.parse(store.hash);
});

const keep = () => reconcileStore(hash, { by: "keeper", now: new Date(), patience });
/** Reads BigCommerce and changes nothing, as "Check now" does. */
const check = () => reconcileStore(hash, { by: ANA, now: new Date(), patience, isDryRun: true });
const turn = (scope: string, wanted: boolean) =>
  changeSubscriptions(hash, [{ scope, wanted }], { by: ANA, now: new Date(), patience });
const hook = () => hooks.only(hash, ORDER);
const fire = async (count = 1) => {
  await app.control(`/stores/${hash}/events`, { scope: ORDER, count });
  await app.simulator.settled();
};
/** Lets a hook have been made, and changed last, so long ago. */
const age = (seconds: number) => {
  hook().created_at -= seconds;
  hook().updated_at -= seconds;
};
/** Does something while no delivery can be committed. */
async function withoutCommits(work: () => Promise<unknown>): Promise<void> {
  await database().pool.query("ALTER TABLE event_hours RENAME TO away");
  try {
    await work();
  } finally {
    await database().pool.query("ALTER TABLE away RENAME TO event_hours");
  }
  await (await receiver()).writeRejections();
}

/** What the API says of the event type. */
async function health(): Promise<Health> {
  const url = `${config().appUrl}/s/${hash}/api/subscriptions`;
  const request = new Request(url, { headers: { Cookie: cookie } });
  const response = await GET(request, { params: Promise.resolve({ storeHash: hash }) });
  const list = SubscriptionList.parse(await response.json());
  const view = list.groups.flatMap(({ events }) => events).find(({ scope }) => scope === ORDER);
  if (!view) throw new Error(`${ORDER} is not in the list`);
  return view.health;
}

interface Case {
  verdict: Verdict;
  how?: string;
  remedy: Health["remedy"];
  sentence: RegExp;
  /** From a fresh installation. */
  bring(): Promise<unknown>;
}

const CASES: readonly Case[] = [
  {
    verdict: "starting",
    remedy: null,
    sentence: /^The first events can take a minute\.$/,
    bring: keep,
  },
  {
    verdict: "waiting",
    remedy: null,
    sentence: /^On since .+\. No event of this type has arrived yet\.$/,
    bring: async () => {
      await keep();
      age(120);
      await check();
    },
  },
  {
    verdict: "receiving",
    remedy: null,
    sentence: /^Last event: .+\.$/,
    bring: async () => {
      await keep();
      await fire();
    },
  },
  {
    verdict: "off_by_merchant",
    remedy: null,
    sentence: /^Turned off by ana@example\.com on .+\.$/,
    bring: async () => {
      await keep();
      await turn(ORDER, false);
    },
  },
  {
    verdict: "off_by_bigcommerce",
    how: "after the whole ladder, while this app could not commit",
    remedy: "turn_on",
    sentence:
      /^BigCommerce turned this off on .+, probably because we couldn't accept events (at|between) .+\. We'll try to fix this once we've accepted events without problems for 10 minutes\.$/,
    bring: async () => {
      await keep();
      await withoutCommits(async () => {
        await fire();
        await app.simulator.advance(LADDER_SECONDS);
      });
      await check();
    },
  },
  {
    verdict: "off_by_bigcommerce",
    how: "after the whole ladder, for a reason that this app knows nothing of",
    remedy: "turn_on",
    sentence: /^BigCommerce turned this off on .+ and doesn't say why\.$/,
    bring: async () => {
      await keep();
      const { destination } = hook();
      hook().destination = "http://127.0.0.1:9/";
      await fire();
      await app.simulator.advance(LADDER_SECONDS);
      hook().destination = destination;
      await check();
    },
  },
  {
    verdict: "off_by_bigcommerce",
    how: "after 90 days without an event",
    remedy: "turn_on",
    sentence: /^BigCommerce turned this off on .+, probably because no event came for 90 days\.$/,
    bring: async () => {
      await keep();
      await app.simulator.advance(90 * DAY_SECONDS + 1);
      // BigCommerce tells times on the real clock, on which no day has passed.
      hook().created_at -= 90 * DAY_SECONDS;
      await check();
    },
  },
  {
    verdict: "off_by_bigcommerce",
    how: "by a call",
    remedy: "turn_on",
    sentence: /^Turned off on .+, probably by a person or another tool\.$/,
    bring: async () => {
      await keep();
      await hooks.change(hook(), { is_active: false });
      await check();
    },
  },
  {
    verdict: "missing",
    remedy: "reregister",
    sentence: /^BigCommerce no longer has this webhook\.$/,
    bring: async () => {
      await keep();
      await hooks.lose(hook());
      await check();
    },
  },
  {
    verdict: "wrong_address",
    remedy: "repair",
    sentence: /^BigCommerce sends these events to a different address\.$/,
    bring: async () => {
      await keep();
      await hooks.change(hook(), { destination: "https://elsewhere.example.com/hook" });
      await check();
    },
  },
  {
    verdict: "wrong_secret",
    how: "because it carries another one",
    remedy: "repair",
    sentence:
      /^We're rejecting these events because the secret doesn't match\. Fix it by .+ and BigCommerce resends them\.$/,
    bring: async () => {
      await keep();
      const { headers } = hook();
      const others = Object.keys(headers ?? {}).map((name) => [name, "of-somebody-else"]);
      await hooks.change(hook(), { headers: Object.fromEntries(others) });
      await check();
    },
  },
  {
    verdict: "wrong_secret",
    how: "because it carries none",
    remedy: "repair",
    sentence:
      /^BigCommerce sends these events without the store's secret\. We accept them only if they're signed\.$/,
    bring: async () => {
      await keep();
      await hooks.change(hook(), { headers: { "x-other": "1" } });
      await check();
    },
  },
  {
    verdict: "doubled",
    remedy: "remove_double",
    sentence: /^BigCommerce has 2 webhooks for this event type\. Each event arrives twice\.$/,
    bring: async () => {
      await keep();
      const { scope, destination, headers } = hook();
      await hooks.make(hash, { scope, destination, headers });
      await check();
    },
  },
  {
    verdict: "overlaps_wildcard",
    remedy: "turn_off",
    sentence: /^“All order events” already includes these events\. Each one arrives twice\.$/,
    bring: async () => {
      await keep();
      await turn("store/order/*", true);
    },
  },
  {
    verdict: "over_limit",
    remedy: "check",
    sentence: /^BigCommerce allows an app 10 webhooks of one event type\.$/,
    bring: async () => {
      const others = () => hooks.ours(hash).filter(({ scope }) => scope === ORDER);
      const fill = async () => {
        for (let index = 0; index < 10; index += 1)
          await hooks.make(hash, { scope: ORDER, destination: `https://example.com/${index}` });
      };
      let filling: Promise<void> | undefined;
      hooks.before(async ({ method }) => {
        if (method === "POST") await (filling ??= fill());
      });
      await keep();
      // With one of them left, that one would be taken over.
      for (const other of others()) await hooks.lose(other);
      await check();
    },
  },
  {
    verdict: "blocked",
    remedy: null,
    sentence: /^BigCommerce paused deliveries until .+\. It usually sends the waiting events after that\.$/,
    bring: async () => {
      await keep();
      await withoutCommits(() => fire(110));
      await check();
    },
  },
  {
    verdict: "going_quiet",
    remedy: "renew",
    sentence: /^No event since .+\. BigCommerce may turn this off on .+\. We'll renew it first\.$/,
    bring: async () => {
      await keep();
      age(76 * DAY_SECONDS);
      await check();
    },
  },
  {
    verdict: "needs_reauthorisation",
    remedy: "reopen_app",
    sentence: /^We can't check this webhook until you reopen the app and confirm\.$/,
    bring: async () => {
      await keep();
      await app.control(`/stores/${hash}/reauthorise`, {});
      await expect(check()).rejects.toMatchObject({ code: "NEEDS_REAUTHORISATION" });
    },
  },
  {
    verdict: "unknown",
    remedy: "check",
    sentence:
      /^BigCommerce says this store is unavailable \(503\)\. It may be suspended or in maintenance\.$/,
    bring: async () => {
      await app.control("/faults", { api: "503" });
      await expect(check()).rejects.toMatchObject({ retryable: true });
    },
  },
];

describe("what happens at BigCommerce is told by its verdict", () => {
  test("each of them is in the table", () => {
    expect(new Set(CASES.map(({ verdict }) => verdict))).toEqual(new Set(VERDICTS));
  });

  const named = CASES.map((each) => [[each.verdict, each.how].filter(Boolean).join(" "), each] as const);
  test.each(named)("%s", async (_, { verdict, remedy, sentence, bring }) => {
    await bring();
    const told = await health();
    expect(told).toMatchObject({ verdict, remedy, sentence: expect.stringMatching(sentence) });
    if (verdict !== "blocked") expect(told.until).toBeUndefined();
    else expect(Date.parse(told.until ?? "") - Date.now()).toBeGreaterThan(100_000);
  });
});
