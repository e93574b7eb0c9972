import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { PROJECT_DIR } from "#scripts/child.ts";
import { findProgram } from "#scripts/programs.ts";
import { SELF_SIGNED } from "#tests/fixtures/self-signed.ts";

const LISTENS_WITHIN_MS = 10_000;
const STOPS_WITHIN_MS = 5_000;

const NAMES = ["nginx", "haproxy", "caddy"] as const;
export type FrontName = (typeof NAMES)[number];

/** The proxies whose files in `deploy/` are run; Caddy where it is installed. */
export const FRONTS = NAMES.filter((name) => name !== "caddy" || findProgram(name) !== undefined);

/** Where a front listens and where the app's processes do, on the loopback. */
export interface FrontPorts {
  front: number;
  apps: readonly number[];
}

/** A proxy before the app, run with the file that is shipped for it. */
export interface Front {
  name: FrontName;
  port: number;
  origin: string;
  /** Everything that it wrote down about requests. */
  accessLog(): string;
  /** What else it wrote. */
  errorLog(): string;
  stop(): Promise<void>;
}

/**
 * A shipped file with other places in it.
 * @throws when it does not name one of them: the test would run something else then.
 */
function shipped(name: string, apps: readonly number[], places: Readonly<Record<string, string>>): string {
  return placed(name, withApps(read(name), apps), places);
}

const read = (name: string) => readFileSync(join(PROJECT_DIR, "deploy", name), "utf8");

function placed(name: string, text: string, places: Readonly<Record<string, string>>): string {
  return Object.entries(places).reduce((changed, [place, other]) => {
    if (!changed.includes(place)) throw new Error(`deploy/${name} does not say ${place}`);
    return changed.replaceAll(place, other);
  }, text);
}

const APPS = ["127.0.0.1:3000", "127.0.0.1:3001"] as const;

/**
 * A shipped file with other processes in it: its line for the second one, once for each there is.
 * @throws when it does not name both: the test would run something else then.
 */
function withApps(text: string, apps: readonly number[]): string {
  if (!APPS.every((place) => text.split(place).length === 2))
    throw new Error("the file does not name two processes");
  return text
    .split("\n")
    .filter((line) => !line.includes(APPS[0]))
    .flatMap((line) =>
      line.includes(APPS[1])
        ? // HAProxy wants a name of its own for each.
          apps.map((port) =>
            line.replace(APPS[1], `127.0.0.1:${port}`).replace("server two ", `server app${port} `),
          )
        : [line],
    )
    .join("\n");
}

interface Prepared {
  program: string;
  args: string[];
  /** Arguments with which it looks at its files and starts nothing. */
  checkArgs: string[];
  /** Undefined for one that writes to its standard output. */
  accessLog?: string;
  /** What its file takes from the environment. */
  env?: Readonly<Record<string, string>>;
}

const PREPARE: Readonly<Record<FrontName, (folder: string, ports: FrontPorts) => Prepared>> = {
  nginx: (folder, ports) => {
    const at = (name: string) => join(folder, name);
    writeFileSync(at("cert.pem"), SELF_SIGNED.cert);
    writeFileSync(at("key.pem"), SELF_SIGNED.key, { mode: 0o600 });
    writeFileSync(
      at("keeper.conf"),
      shipped("nginx.conf", ports.apps, {
        "listen 443": `listen 127.0.0.1:${ports.front}`,
        "keeper.example.com": "localhost",
        "/etc/ssl/webhook-keeper/fullchain.pem": at("cert.pem"),
        "/etc/ssl/webhook-keeper/privkey.pem": at("key.pem"),
        "/var/log/nginx/webhook-keeper.log": at("access.log"),
      }),
    );
    const bodies = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => {
      mkdirSync(at(kind));
      return `${kind}_temp_path ${at(kind)};`;
    });
    writeFileSync(
      at("nginx.conf"),
      [
        // Started by root, it would let its workers be somebody who cannot read this folder.
        process.getuid?.() === 0 ? "user root;" : "",
        "daemon off; worker_processes 1;",
        `pid ${at("nginx.pid")}; error_log stderr info;`,
        "events { worker_connections 4096; }",
        `http { ${bodies.join(" ")} include ${at("keeper.conf")}; }`,
      ].join("\n"),
    );
    const args = ["-p", folder, "-e", "stderr", "-c", at("nginx.conf")];
    return { program: "nginx", args, checkArgs: ["-t", ...args], accessLog: at("access.log") };
  },
  haproxy: (folder, ports) => {
    const at = (name: string) => join(folder, name);
    writeFileSync(at("keeper.pem"), `${SELF_SIGNED.cert}\n${SELF_SIGNED.key}\n`, { mode: 0o600 });
    writeFileSync(
      at("haproxy.cfg"),
      shipped("haproxy.cfg", ports.apps, {
        "bind :443": `bind 127.0.0.1:${ports.front}`,
        "/etc/haproxy/webhook-keeper.pem": at("keeper.pem"),
        "log /dev/log local0": "log stdout format raw local0",
      }),
    );
    const args = ["-db", "-f", at("haproxy.cfg")];
    return { program: "haproxy", args, checkArgs: ["-c", ...args] };
  },
  caddy: (folder, ports) => {
    const at = (name: string) => join(folder, name);
    writeFileSync(at("cert.pem"), SELF_SIGNED.cert);
    writeFileSync(at("key.pem"), SELF_SIGNED.key, { mode: 0o600 });
    writeFileSync(
      at("Caddyfile"),
      placed("Caddyfile", read("Caddyfile"), {
        // Nothing but this one port, and no certificate from outside.
        "\tservers {": "\tadmin off\n\tauto_https disable_redirects\n\tservers {\n\t\tprotocols h1 h2",
        "\trequest_body {": `\tbind 127.0.0.1\n\ttls ${at("cert.pem")} ${at("key.pem")}\n\n\trequest_body {`,
        "/var/log/caddy/webhook-keeper.log": at("access.log"),
      }),
    );
    const args = ["--config", at("Caddyfile"), "--adapter", "caddyfile"];
    const env = {
      KEEPER_HOST: `localhost:${ports.front}`,
      KEEPER_PROCESSES: ports.apps.map((port) => `127.0.0.1:${port}`).join(" "),
      // It keeps certificates and its last settings at home.
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    };
    return {
      program: "caddy",
      args: ["run", ...args],
      checkArgs: ["validate", ...args],
      accessLog: at("access.log"),
      env,
    };
  },
};

function prepare(name: FrontName, ports: FrontPorts): Prepared & { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), `webhook-keeper-${name}-`));
  chmodSync(folder, 0o700);
  return { ...PREPARE[name](folder, ports), folder, path: findProgram(name) ?? name };
}

/** What a proxy says of the file that is shipped for it: its exit code and its words. Starts nothing. */
export async function checkFront(
  name: FrontName,
  ports: FrontPorts,
): Promise<{ code: number; said: string }> {
  const { path, checkArgs, folder, env } = prepare(name, ports);
  const child = spawn(path, checkArgs, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const said = collect(child);
  const [code] = (await once(child, "close")) as [number]; // see ChildProcess, event "close"
  rmSync(folder, { recursive: true, force: true });
  return { code, said: said() };
}

/** Starts a proxy with the file that is shipped for it, and waits until it listens. */
export async function startFront(name: FrontName, ports: FrontPorts): Promise<Front> {
  const { path, args, accessLog, folder, env } = prepare(name, ports);
  const child = spawn(path, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...env } });
  const said = collect(child);
  const ended = once(child, "close");
  // Whoever runs it may be told to stop in the middle.
  const endWithUs = () => child.kill("SIGKILL");
  process.once("exit", endWithUs);
  for (const endAt = Date.now() + LISTENS_WITHIN_MS; !(await listens(ports.front)); await pause(20)) {
    if (Date.now() > endAt || child.exitCode !== null) throw new Error(`${name} does not listen:\n${said()}`);
  }
  return {
    name,
    port: ports.front,
    origin: `https://localhost:${ports.front}`,
    accessLog: () => (accessLog === undefined ? said() : readFileSync(accessLog, "utf8")),
    errorLog: said,
    stop: async () => {
      child.kill("SIGTERM");
      const giveUp = setTimeout(() => child.kill("SIGKILL"), STOPS_WITHIN_MS);
      await ended;
      clearTimeout(giveUp);
      process.off("exit", endWithUs);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function collect(child: ChildProcess): () => string {
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return () => said;
}

function listens(port: number): Promise<boolean> {
  return new Promise((settle) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("error", () => settle(false));
    socket.once("connect", () => {
      socket.destroy();
      settle(true);
    });
  });
}
