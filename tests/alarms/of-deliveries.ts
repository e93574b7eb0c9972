import { once } from "node:events";
import { connect, createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { randomBytes } from "node:crypto";
import { MINUTE_MS } from "#lib/time.ts";
import { signedDelivery } from "#tests/lab/deliveries.ts";
import { until, type Ground } from "./ground.ts";
import type { Scrape } from "./series.ts";
import type { Trial } from "./trial.ts";

/** Half of the memory for deliveries is 32 MB; these make 45, each below the bound of a body, and few enough at once for all bodies'. */
const LARGE = { waves: 4, atOnce: 50, bytes: 225_000, everyMs: 150 };
const HALF_BYTES = 32 * 1024 ** 2;
/** A commit that takes so long is slow, and no failure yet. */
const SLOW_MS = 1_500;

let bringBack: () => Promise<void> = () => Promise.resolve();
const mendDatabase = () => bringBack();

/** What stands before the app. */
let front: { server: Server; url: URL; connections: Set<Socket> } | undefined;

async function openFront(ground: Ground): Promise<void> {
  const { port } = new URL(ground.origin("plain"));
  const connections = new Set<Socket>();
  const server = createServer((socket) => {
    const behind = connect(Number(port), "127.0.0.1");
    connections.add(socket);
    socket.once("close", () => {
      connections.delete(socket);
      behind.destroy();
    });
    socket.pipe(behind).pipe(socket);
    for (const each of [socket, behind]) each.on("error", () => undefined);
  });
  server.listen(front ? Number(front.url.port) : 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo; // it listens on a port
  front = { server, url: new URL(`http://127.0.0.1:${address.port}`), connections };
}

async function throughFront(ground: Ground, count: number): Promise<void> {
  if (!front) await openFront(ground);
  if (front) await ground.deliver(front.url, ground.deliveries(count));
}

/** Deliveries of events that are so old. */
function late(ground: Ground, count: number, minutes: number) {
  const now = new Date();
  const sender = { ...ground.lab.sender, clientSecret: ground.signingSecret };
  return Array.from({ length: count }, (_, index) =>
    signedDelivery(
      randomBytes(20).toString("hex"),
      { index, occurredAt: new Date(now.getTime() - minutes * MINUTE_MS) },
      sender,
      now,
    ),
  );
}

/** A person's session that takes the table of hourly counts again and again, until it is ended. */
async function lockAgainAndAgain(ground: Ground): Promise<void> {
  const client = await ground.person();
  const keepLocking = async () => {
    for (;;) {
      await client.query("BEGIN; LOCK TABLE event_hours IN SHARE ROW EXCLUSIVE MODE");
      await pause(SLOW_MS);
      await client.query("COMMIT");
    }
  };
  // It ends with the session.
  keepLocking().catch(() => undefined);
}

/** Scrapes until half of the memory for deliveries is taken: it is only for as long as a commit may take. */
async function whenHalfFull(ground: Ground): Promise<Scrape> {
  for (let tries = 0; ; tries++) {
    const scrape = await ground.scrape();
    const bytes =
      scrape.get('webhook_keeper_arrivals_waiting_bytes{instance="plain",job="webhook-keeper"}') ?? 0;
    if (bytes > HALF_BYTES || tries > 20) return scrape;
  }
}

let oddOne = "";

/** Alarms about what BigCommerce delivers. */
export const OF_DELIVERIES: readonly Trial[] = [
  {
    alert: "DeliveriesRefused",
    provoke: async (ground) => {
      bringBack = await ground.takeAway("gone");
      await ground.deliver("plain", ground.deliveries(20));
    },
    mend: mendDatabase,
  },
  {
    alert: "DeliveriesUnproven",
    // Somebody made a new secret in the Developer Portal.
    provoke: async (ground) => {
      ground.signingSecret = randomBytes(32).toString("base64");
      await ground.deliver("plain", ground.deliveries(40));
    },
    mend: async (ground) => {
      const before = process.env.BIGCOMMERCE_CLIENT_SECRET ?? "";
      const secrets = {
        BIGCOMMERCE_CLIENT_SECRET: ground.signingSecret,
        BIGCOMMERCE_CLIENT_SECRET_PREVIOUS: before,
      };
      for (const part of ["spooling", "plain", "worker"] as const) await ground.restart(part, secrets);
    },
  },
  {
    alert: "DeliveriesStopped",
    minutes: { well: 1_560, ill: 100 },
    live: (ground) => throughFront(ground, 400),
    provoke: async (ground) => {
      front?.server.close();
      for (const socket of front?.connections ?? []) socket.destroy();
      await throughFront(ground, 10);
    },
    mend: openFront,
  },
  {
    alert: "DeliveriesLate",
    provoke: async (ground) => void (await ground.deliver("plain", late(ground, 40, 30))),
    // Nothing, the runbook says: what we refused once comes late, and then no more does.
    mend: () => Promise.resolve(),
  },
  {
    alert: "ReceiverFailing",
    provoke: async (ground) => {
      bringBack = await ground.takeAway("full");
      await ground.deliver("plain", ground.deliveries(3));
    },
    mend: mendDatabase,
  },
  {
    alert: "SpoolFilling",
    provoke: async (ground) => {
      bringBack = await ground.takeAway("gone");
      await ground.deliver("spooling", ground.deliveries(20));
    },
    mend: mendDatabase,
  },
  {
    alert: "SpoolSetAside",
    provoke: async (ground) => {
      const [odd, ...others] = ground.deliveries(20);
      if (!odd) return;
      oddOne = odd.hash;
      await ground.admin.query(`
        CREATE FUNCTION refuse_one() RETURNS trigger LANGUAGE plpgsql AS
          'BEGIN IF NEW.hash = ''${oddOne}'' THEN RAISE EXCEPTION ''not this one''; END IF; RETURN NEW; END';
        CREATE TRIGGER refuse_one BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION refuse_one()`);
      await ground.deliver("spooling", [odd, ...others]);
      await until("it is set aside", async () => (await ground.figure("spooling", "spool_aside")) === 1);
    },
    // A version that knows what to do with it stands for the trigger that goes.
    mend: async (ground) => {
      await ground.admin.query("DROP FUNCTION refuse_one CASCADE");
      await ground.restart("spooling");
      await until("it is in the log", async () => {
        const { rowCount } = await ground.admin.query("SELECT FROM events WHERE hash = $1", [oddOne]);
        return rowCount === 1;
      });
    },
  },
  {
    alert: "CommitsSlow",
    provoke: async (ground) => {
      await lockAgainAndAgain(ground);
      for (let round = 0; round < 4; round++) await ground.deliver("plain", ground.deliveries(5));
    },
    mend: (ground) => ground.endPerson(),
  },
  {
    alert: "MemoryForDeliveriesFull",
    provoke: async (ground) => {
      await ground.lock("event_hours", "SHARE ROW EXCLUSIVE");
      const padding = "x".repeat(LARGE.bytes);
      for (let wave = 0; wave < LARGE.waves; wave++) {
        void ground.deliver("plain", ground.deliveries(LARGE.atOnce, new Date(), padding));
        await pause(LARGE.everyMs);
      }
      return whenHalfFull(ground);
    },
    mend: async (ground) => {
      await ground.endPerson();
      await ground.whenWell();
    },
  },
];
