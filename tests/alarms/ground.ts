import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { startSimulator, type Simulator } from "#simulator/server.ts";
import { takeAway, type Absence } from "#tests/lab/absence.ts";
import { signedDeliveries, type SignedDelivery } from "#tests/lab/deliveries.ts";
import { freePort, openLab, type Lab, type LabProcess } from "#tests/lab/lab.ts";
import { keptConnections, post } from "#tests/lab/post.ts";
import { startSink, type Sink } from "#tests/support/sink.ts";
import { scraped, type Scrape } from "./series.ts";

/** Two processes of the app, the second one without a spool, and a worker. */
export const PARTS = ["spooling", "plain", "worker"] as const;
export type Part = (typeof PARTS)[number];
type Settings = Readonly<Record<Part, Record<string, string>>>;
const SCRIPTS: Readonly<Record<Part, string>> = {
  spooling: "server.ts",
  plain: "server.ts",
  worker: "scripts/worker.ts",
};

const secret = () => randomBytes(32).toString("base64");
/** What is waited for comes within this time, or not at all. */
const PATIENCE_MS = 120_000;
const CONNECTIONS_MAX = 200;

/** Waits until this is so. @throws when it does not become so. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await pause(250))
    if (await isSo()) return;
  throw new Error(`it did not become so: ${what}`);
}

/** The product as a company runs it, and everything around it. */
export class Ground {
  readonly lab: Lab;
  readonly admin: pg.Pool;
  readonly simulator: Simulator;
  readonly sink: Sink;
  /** What BigCommerce signs with. */
  signingSecret: string;
  readonly #settings: Settings;
  readonly #running = new Map<Part, LabProcess>();
  readonly #agent = keptConnections(CONNECTIONS_MAX);
  readonly #token: string;

  private constructor(
    around: Pick<Ground, "lab" | "admin" | "simulator" | "sink">,
    settings: Settings,
    shared: Record<string, string>,
  ) {
    this.lab = around.lab;
    this.admin = around.admin;
    this.simulator = around.simulator;
    this.sink = around.sink;
    this.#settings = settings;
    this.#token = shared.METRICS_TOKEN ?? "";
    this.signingSecret = shared.BIGCOMMERCE_CLIENT_SECRET ?? "";
  }

  static async open(): Promise<Ground> {
    const sink = await startSink();
    const app = {
      name: "Webhook Keeper",
      clientId: "an id",
      clientSecret: secret(),
      origin: "http://localhost:9",
    };
    const simulator = await startSimulator({ port: 0, app });
    const shared = {
      APP_URL: "https://keeper.example.com",
      BIGCOMMERCE_CLIENT_ID: app.clientId,
      BIGCOMMERCE_CLIENT_SECRET: app.clientSecret,
      BIGCOMMERCE_API_URL: simulator.url,
      SESSION_SECRET: secret(),
      ENCRYPTION_KEYS: `2026a:${secret()}`,
      METRICS_TOKEN: secret(),
      HELP_URL: "https://help.example.com",
      SUPPORT_URL: "mailto:support@example.com",
      PRIVACY_URL: "https://example.com/privacy",
      TERMS_URL: "https://example.com/terms",
      FORWARD_ALLOW: "127.0.0.0/8",
      FORWARD_PORTS: new URL(sink.url("/")).port,
      WORKER: "external",
    };
    const lab = await openLab(shared);
    const admin = new pg.Pool({ connectionString: lab.databaseUrl, max: 4 });
    // The database is taken away.
    admin.on("error", () => undefined);
    const port = async () => String(await freePort());
    const ground = new Ground(
      { lab, admin, simulator, sink },
      {
        spooling: {
          ...shared,
          PORT: await port(),
          SPOOL_DIR: join(lab.dataDir, "spool"),
          OPERATOR_WEBHOOK_URL: sink.url("/operator"),
        },
        plain: { ...shared, PORT: await port() },
        worker: { ...shared, PORT: await port(), METRICS_PORT: await port() },
      },
      shared,
    );
    await Promise.all(PARTS.map((part) => ground.start(part)));
    return ground;
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.admin.end();
    await this.lab.close();
    await this.simulator.close();
    await this.sink.close();
  }

  /** Starts a process that does not run. @param more Settings that it has from now on. */
  async start(part: Part, more: Readonly<Record<string, string>> = {}): Promise<void> {
    Object.assign(this.#settings[part], more);
    this.#running.set(part, await this.lab.start(SCRIPTS[part], this.#settings[part]));
  }

  /** Ends a process as its supervisor would, or kills it. */
  async stop(part: Part, signal: "SIGTERM" | "SIGKILL" = "SIGTERM"): Promise<void> {
    process.kill(this.pid(part), signal);
    await this.#running.get(part)?.ended;
    this.#running.delete(part);
  }

  async restart(part: Part, more: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.stop(part);
    await this.start(part, more);
  }

  pid(part: Part): number {
    const running = this.#running.get(part);
    if (!running) throw new Error(`${part} does not run`);
    return running.pid;
  }

  /** Where a process answers; a worker tells its metrics alone. */
  origin(part: Part): string {
    const { PORT = "", METRICS_PORT = PORT } = this.#settings[part];
    return `http://127.0.0.1:${METRICS_PORT}`;
  }

  /** Runs a command of the product's, as an operator does. @returns what it said. */
  async command(script: string, ...words: string[]): Promise<string> {
    const env = { ...process.env, ...this.#settings.plain };
    const { stdout } = await promisify(execFile)(process.execPath, [script, ...words], { env });
    return stdout;
  }

  /** What Prometheus would read of all processes now. */
  async scrape(): Promise<Scrape> {
    const headers = { Authorization: `Bearer ${this.#token}` };
    const texts = await Promise.all(
      PARTS.map(async (part) => {
        if (!this.#running.has(part)) return scraped(part, null);
        const response = await fetch(`${this.origin(part)}/api/metrics`, { headers }).catch(() => null);
        return scraped(part, response?.status === 200 ? await response.text() : null);
      }),
    );
    return new Map(texts.flatMap((series) => [...series]));
  }

  /** A figure of a process; 0 when it does not tell it. @param labels As they stand between the braces. */
  async figure(part: Part, name: string, labels = ""): Promise<number> {
    const rest = `${labels === "" ? "" : `${labels},`}instance="${part}",job="webhook-keeper"`;
    return (await this.scrape()).get(`webhook_keeper_${name}{${rest}}`) ?? 0;
  }

  /** Deliveries that BigCommerce would send now. @param signedAt By its clock. @param padding What makes them large. */
  deliveries(count: number, signedAt = new Date(), padding = ""): SignedDelivery[] {
    const sender = { ...this.lab.sender, clientSecret: this.signingSecret };
    return signedDeliveries(count, sender, signedAt, padding);
  }

  /** Has BigCommerce send them at once. @param origin A process, or what stands before it. @returns what was answered. */
  async deliver(to: "spooling" | "plain" | URL, sent: readonly SignedDelivery[]): Promise<number[]> {
    const origin = to instanceof URL ? to.origin : this.origin(to);
    const url = `${origin}/api/webhooks/${this.lab.sender.storeHash}`;
    const answers = await Promise.all(sent.map((delivery) => post(url, this.#agent, delivery)));
    return answers.map(({ status }) => status);
  }

  /** Takes the database away. @returns what brings it back, and waits until all processes work again. */
  async takeAway(absence: Absence): Promise<() => Promise<void>> {
    const bringBack = await takeAway(this.lab, this.admin, absence);
    return async () => {
      await bringBack();
      await this.whenWell();
    };
  }

  /** Waits until both processes commit what is delivered, and nothing waits on the disk. */
  async whenWell(): Promise<void> {
    await until("deliveries are committed", async () => {
      const [[first], [second]] = await Promise.all([
        this.deliver("spooling", this.deliveries(1)),
        this.deliver("plain", this.deliveries(1)),
      ]);
      return first === 200 && second === 200;
    });
    await until(
      "the spool is empty",
      async () => (await this.figure("spooling", "spool_state", 'state="empty"')) === 1,
    );
  }

  /** A person takes a lock of a table, until {@link endPerson}. */
  async lock(table: string, mode: string): Promise<void> {
    const client = await this.person();
    await client.query(`BEGIN; LOCK TABLE ${table} IN ${mode} MODE`);
  }

  /** A session that is none of the product's. */
  async person(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.lab.databaseUrl, application_name: "a person" });
    client.on("error", () => undefined);
    await client.connect();
    return client;
  }

  /** Ends, as the runbook says, what holds locks and does nothing. */
  async endPerson(): Promise<void> {
    await until("the person's session ended", async () => {
      const { rowCount } = await this.admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE (wait_event_type = 'Lock' OR state LIKE 'idle in%') AND application_name = 'a person'`,
      );
      return rowCount !== 0;
    });
  }
}
