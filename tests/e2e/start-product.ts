import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { SETTING_NAMES } from "#lib/config/config.ts";
import { isPortFree } from "#scripts/ports.ts";
import { FRESH_HASH, PLAIN_HASH, type Product } from "./product.ts";

/**
 * First port that is tried, of 5,000: far from those of a product that a person runs meanwhile, and below those that Linux
 * gives to outgoing connections, one of which might take it before somebody listens.
 */
const PORTS_FROM = 27_200;
/** The same for what listens later. */
const LATER_PORTS_FROM = 22_100;
/** A stop drains requests and shuts PostgreSQL down; beyond this it is not going to end by itself. */
const STOP_MS = 30_000;

/** Where the links of the screens lead, in the words of the settings. Help is left to the guide that the app carries. */
export const LINK_SETTINGS = {
  SUPPORT_URL: "mailto:support@stories.example",
  PRIVACY_URL: "https://stories.example/privacy",
  TERMS_URL: "https://stories.example/terms",
};

type Message = { type: "ready" } & Omit<Product, "mailPort">;

/** A product of the stories' own, as `npm start` runs it. */
export interface RunningProduct {
  product: Product;
  supervisor: ChildProcess;
  /** Everything that it and its parts write. */
  logPaths: readonly string[];
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<void>;
}

/** A folder for a product to keep everything in. */
export function newDataDir(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "webhook-keeper-stories-"));
  // PostgreSQL never runs as root, and the account that it runs as has to come in here.
  chmodSync(path, 0o755);
  return {
    path,
    remove: () => {
      for (const dir of [databaseHome(path), path]) rmSync(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Starts the product and waits until it answers.
 * @param ports Of the app, of the simulator, and of a mail server that is not started here; without one it sends no mail.
 * @throws Error with what it said, when it does not come up
 */
export async function startProduct(
  dataDir: string,
  [appPort, simulatorPort, mailPort = 0]: readonly number[],
): Promise<RunningProduct> {
  const supervisor = fork(resolve(import.meta.dirname, "../../scripts/start.ts"), {
    env: {
      ...withoutSettings(process.env),
      DATA_DIR: dataDir,
      PORT: String(appPort),
      SIMULATOR_PORT: String(simulatorPort),
      ...(mailPort > 0 && {
        SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
        MAIL_FROM: "Webhook Keeper <keeper@example.com>",
      }),
      ...LINK_SETTINGS,
      // All that can be said, so that a secret in it would be found.
      LOG_LEVEL: "debug",
    },
    execArgv: [],
    // The reporter owns the terminal; what the product says is shown when it does not come up.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const logPath = join(dataDir, "product.log");
  const logPaths = [logPath, join(dataDir, "app.log")];
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream?.on("data", (chunk: Buffer) => appendFileSync(logPath, chunk));

  const stop = async () => {
    if (supervisor.exitCode !== null || supervisor.signalCode !== null) return;
    const ended = once(supervisor, "exit");
    supervisor.kill("SIGTERM");
    const giveUp = setTimeout(() => supervisor.kill("SIGKILL"), STOP_MS);
    await ended;
    clearTimeout(giveUp);
  };
  try {
    const product = { ...(await whenReady(supervisor)), mailPort };
    await showTechnicalDetails(product);
    return { product, supervisor, logPaths, stop };
  } catch (error) {
    await stop();
    const log = logPaths.flatMap((path) => (existsSync(path) ? [readFileSync(path, "utf8")] : []));
    throw new Error(`The product did not start:\n${log.join("\n").slice(-20_000)}`, { cause: error });
  }
}

/**
 * Most stories look at what a developer sees, so that everybody who comes for the first time has technical details on. Of
 * stores whose hash begins with `PLAIN_HASH` nobody has, as in real life; nor of those that begin with `FRESH_HASH`, whose owner
 * has not set the app up, either. Everywhere else that is done. Repeatable.
 */
async function showTechnicalDetails({ databaseUrl }: Pick<Product, "databaseUrl">): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      CREATE OR REPLACE FUNCTION stories_show_technical_details() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        NEW.shows_technical_details := NEW.store_hash NOT SIMILAR TO '(${PLAIN_HASH}|${FRESH_HASH})%';
        NEW.setup := CASE WHEN NEW.store_hash LIKE '${FRESH_HASH}%' THEN 'choose' ELSE 'done' END;
        RETURN NEW;
      END $$;
      CREATE OR REPLACE TRIGGER stories_show_technical_details BEFORE INSERT ON memberships
        FOR EACH ROW EXECUTE FUNCTION stories_show_technical_details();
      UPDATE memberships SET shows_technical_details = true, setup = 'done'
        WHERE store_hash NOT SIMILAR TO '(${PLAIN_HASH}|${FRESH_HASH})%'`);
  } finally {
    await client.end();
  }
}

async function whenReady(supervisor: ChildProcess): Promise<Omit<Product, "mailPort">> {
  return new Promise((settle, fail) => {
    supervisor.on("message", (message: Message) => {
      if (message.type !== "ready") return;
      const { appUrl, simulatorUrl, databaseUrl, url } = message;
      settle({ appUrl, simulatorUrl, databaseUrl, url });
    });
    supervisor.once("error", fail);
    supervisor.once("exit", (code) => fail(new Error(`exit code ${code}`)));
  });
}

/** Settings of the person who runs the stories are none of the product's under test. */
function withoutSettings(given: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env = { ...given };
  for (const name of SETTING_NAMES) delete env[name];
  return env;
}

/** Where the database lies, which for root may be outside of `DATA_DIR`. */
function databaseHome(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, "database-location"), "utf8").trim() || dataDir;
  } catch {
    return dataDir; // it never came so far
  }
}

/** Ports that nobody listens on now. @param isForLater Whether nobody will for a while, either. */
export async function freePorts(count: number, isForLater = false): Promise<number[]> {
  const ports: number[] = [];
  const from = isForLater ? LATER_PORTS_FROM : PORTS_FROM;
  for (let port = from + (process.pid % 500) * 10; ports.length < count; port++) {
    if (await isPortFree(port)) ports.push(port);
  }
  return ports;
}
