import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Deployment } from "kubernetes-models/apps/v1/Deployment";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2/HorizontalPodAutoscaler";
import { Job } from "kubernetes-models/batch/v1/Job";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1/PodDisruptionBudget";
import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { PersistentVolumeClaim } from "kubernetes-models/v1/PersistentVolumeClaim";
import { Service } from "kubernetes-models/v1/Service";
import { ServiceAccount } from "kubernetes-models/v1/ServiceAccount";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { z } from "zod";
import { SETTING_NAMES, parseConfig } from "#lib/config/config.ts";
import { SECRET_FILE_NAMES, SECRET_SETTINGS } from "#lib/config/secret-files.ts";
import { findProgram } from "#scripts/programs.ts";
import { IMAGE_ENTRIES } from "#scripts/image/entries.ts";

const read = (path: string) => readFileSync(path, "utf8");
const random = () => Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64");

/** Files with good secrets, by the names under which the shipped files mount them. */
let secrets: string;
beforeAll(() => {
  secrets = mkdtempSync(join(tmpdir(), "webhook-keeper-secrets-"));
  const good = {
    "database-url": "postgres://keeper:hush@postgres:5432/keeper",
    "client-secret": random(),
    "session-secret": random(),
    "encryption-keys": `2026a:${random()}`,
    "metrics-token": random(),
  };
  for (const [name, value] of Object.entries(good)) {
    writeFileSync(join(secrets, name), `${value}\n`);
    writeFileSync(join(secrets, name.replaceAll("-", "_")), `${value}\n`);
  }
});
afterAll(() => rmSync(secrets, { recursive: true, force: true }));

/** Reads settings as a container would get them, with its secrets in the files of this test. */
function settle(given: Readonly<Record<string, string>>) {
  const strange = Object.keys(given).filter(
    (name) => !SETTING_NAMES.includes(name) && !SECRET_FILE_NAMES.includes(name),
  );
  expect(strange).toEqual([]);
  expect(Object.keys(given).filter((name) => SECRET_SETTINGS.some((secret) => secret === name))).toEqual([]);
  const own = Object.entries(given).map(([name, value]) => [
    name,
    value.replace(/^\/run\/secrets(\/webhook-keeper)?/, secrets),
  ]);
  return parseConfig(Object.fromEntries(own) as Record<string, string>);
}

describe("compose.yaml", () => {
  const GIVEN: Readonly<Record<string, string>> = {
    KEEPER_HOST: "keeper.example.com",
    KEEPER_SECRETS: "/etc/webhook-keeper",
    BIGCOMMERCE_CLIENT_ID: "a1b2c3d4e5f6",
    SUPPORT_URL: "mailto:support@example.com",
    PRIVACY_URL: "https://example.com/privacy",
    TERMS_URL: "https://example.com/terms",
  };
  const text = read("compose.yaml");
  /** As Compose replaces variables; the inner ones of a default first. */
  const filled = text
    .replaceAll(/\$\{KEEPER_HOST\}/g, "keeper.example.com")
    .replaceAll(
      /\$\{(\w+)(?::([-?])([^}]*))?\}/g,
      (_, name: string, kind: string, other: string) =>
        GIVEN[name] ?? (kind === "-" ? other : `missing ${name}`),
    );
  const ComposeService = z.looseObject({
    command: z.array(z.string()).optional(),
    read_only: z.boolean().optional(),
    cap_drop: z.array(z.string()).optional(),
    security_opt: z.array(z.string()).optional(),
    stop_grace_period: z.string().optional(),
    ports: z.array(z.string()).optional(),
    volumes: z.array(z.string()).default([]),
    networks: z.array(z.string()).default([]),
    environment: z.record(z.string(), z.coerce.string()).default({}),
    depends_on: z
      .union([z.array(z.string()), z.record(z.string(), z.object({ condition: z.string() }))])
      .optional(),
  });
  const { services, networks } = z
    .object({
      services: z.record(z.string(), ComposeService),
      networks: z.record(z.string(), z.looseObject({ internal: z.boolean().optional() })),
    })
    .parse(parse(filled, { merge: true }));
  const ours = Object.entries(services).filter(([, { command }]) => command !== undefined);

  test("runs two processes of the app, a worker and a migration before them", () => {
    expect(Object.fromEntries(ours.map(([name, { command }]) => [name, command]))).toEqual({
      app1: ["app"],
      app2: ["app"],
      worker: ["worker"],
      migrate: ["migrate"],
    });
    for (const name of ["app1", "app2", "worker"])
      expect(services[name]?.depends_on).toEqual({
        migrate: { condition: "service_completed_successfully" },
      });
    expect(services.migrate?.depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  });

  test.each(ours)(
    "%s may do nothing that it need not, and gets settings that the app takes",
    (_, service) => {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ["ALL"],
        security_opt: ["no-new-privileges:true"],
        restart: service.command?.[0] === "migrate" ? "no" : "unless-stopped",
      });
      expect(Number.parseInt(service.stop_grace_period ?? "", 10)).toBeGreaterThan(10);
      expect(service.ports).toBeUndefined();
      expect(service.volumes).toContain("scripts:/var/lib/webhook-keeper/scripts");
      expect(settle(service.environment)).toMatchObject({
        isSandbox: false,
        worker: "external",
        trustedProxyHops: 1,
      });
    },
  );

  test("opens Caddy alone to the outside, and the database to ours alone", () => {
    expect(Object.keys(services).filter((name) => services[name]?.ports)).toEqual(["caddy"]);
    expect(services.caddy?.environment.KEEPER_PROCESSES).toBe("app1:3000 app2:3000");
    expect([services.postgres?.networks, networks.inside?.internal]).toEqual([["inside"], true]);
  });

  test("asks for what it cannot know", () => {
    const asked = [...text.matchAll(/\$\{(\w+):\?/g)].map(([, name = ""]) => name);
    expect([...new Set(asked)].toSorted()).toEqual(Object.keys(GIVEN).toSorted());
  });

  const compose = [["docker", "compose"], ["docker-compose"]]
    .map(([program = "", ...words]) => ({ program, words, version: versionOf(program, words) }))
    .find(({ version }) => version !== "");
  if (compose)
    test("is taken by Docker Compose, and refused without its settings", () => {
      const { program, words, version } = compose;
      // Its first version knows no names of projects.
      const input = version.startsWith("1.") ? text.replace(/^name: .*$/m, "") : text;
      const config = (env: Readonly<Record<string, string>>) =>
        spawnSync(program, [...words, "-f", "-", "config", "--quiet"], {
          input,
          env: { ...process.env, ...env },
          encoding: "utf8",
        });
      expect(config(GIVEN)).toMatchObject({ status: 0 });
      expect(config({ ...GIVEN, TERMS_URL: "" }).stderr).toContain("your terms of service");
    });
});

/** Empty without the program. */
function versionOf(program: string, words: readonly string[]): string {
  const { status, stdout } = spawnSync(program, [...words, "version", "--short"], { encoding: "utf8" });
  return status === 0 ? stdout.trim() : "";
}

/** What checks a thing, by its version and kind. A PodMonitor is the Prometheus Operator's, and has none here. */
const MODELS: Readonly<Record<string, new (thing: never) => { validate(): void }>> = {
  "apps/v1 Deployment": Deployment,
  "autoscaling/v2 HorizontalPodAutoscaler": HorizontalPodAutoscaler,
  "batch/v1 Job": Job,
  "networking.k8s.io/v1 NetworkPolicy": NetworkPolicy,
  "policy/v1 PodDisruptionBudget": PodDisruptionBudget,
  "v1 ConfigMap": ConfigMap,
  "v1 PersistentVolumeClaim": PersistentVolumeClaim,
  "v1 Service": Service,
  "v1 ServiceAccount": ServiceAccount,
};

const kubectl = findProgram("kubectl");
const overlays = kubectl === undefined ? [] : ["plain", "scaled"];
describe.each(overlays)("deploy/kubernetes/overlays/%s", (overlay) => {
  const Pod = z.looseObject({
    containers: z.array(z.looseObject({ name: z.string() })),
    terminationGracePeriodSeconds: z.number(),
  });
  const Thing = z.looseObject({
    apiVersion: z.string(),
    kind: z.string(),
    metadata: z.looseObject({ name: z.string(), namespace: z.string() }),
    data: z.record(z.string(), z.string()).optional(),
    spec: z.looseObject({ template: z.looseObject({ spec: Pod }).optional() }).optional(),
  });
  let things: z.infer<typeof Thing>[];
  beforeAll(() => {
    const text = execFileSync(kubectl ?? "", ["kustomize", `deploy/kubernetes/overlays/${overlay}`], {
      encoding: "utf8",
    });
    things = parseAllDocuments(text).map((document) => Thing.parse(document.toJS()));
  });
  const named = (kind: string, name: string) =>
    things.find((thing) => thing.kind === kind && thing.metadata.name.startsWith(name));
  const podOf = (kind: string, name: string) => named(kind, name)?.spec?.template?.spec;

  test("has all that is needed, in a namespace", () => {
    const kinds = things.map(
      ({ kind, metadata }) => `${kind} ${metadata.name.replace(/-[a-z0-9]{10}$/, "")}`,
    );
    expect(kinds).toEqual(
      expect.arrayContaining([
        "Deployment webhook-keeper-app",
        "Deployment webhook-keeper-worker",
        "Job webhook-keeper-migrate",
        "Service webhook-keeper",
        "PodDisruptionBudget webhook-keeper-app",
        "NetworkPolicy webhook-keeper",
        "ConfigMap webhook-keeper",
      ]),
    );
    expect(kinds.some((kind) => kind.startsWith("HorizontalPodAutoscaler"))).toBe(overlay === "scaled");
    expect(new Set(things.map(({ metadata }) => metadata.namespace))).toEqual(new Set(["webhook-keeper"]));
  });

  test.each([
    ["Deployment", "app"],
    ["Deployment", "worker"],
    ["Job", "migrate"],
  ])("%s %s may do nothing that it need not", (kind, role) => {
    const pod = podOf(kind, `webhook-keeper-${role}`);
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 1001, seccompProfile: { type: "RuntimeDefault" } },
      containers: [
        {
          args: [role],
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ["ALL"] },
          },
          resources: { limits: { memory: expect.any(String) }, requests: { cpu: expect.any(String) } },
          volumeMounts: expect.arrayContaining([
            { name: "tmp", mountPath: "/tmp" },
            { name: "secrets", mountPath: "/run/secrets/webhook-keeper", readOnly: true },
          ]),
        },
      ],
    });
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(15);
    expect(pod?.containers[0]?.image).toMatch(/^registry\.example\.com\/webhook-keeper:\d/);
  });

  test("asks the app whether it is ready and lives, never about the worker, and lets it end", () => {
    const pod = podOf("Deployment", "webhook-keeper-app");
    expect(pod?.containers[0]).toMatchObject({
      readinessProbe: { httpGet: { path: "/api/health/ready", port: "http" } },
      livenessProbe: { httpGet: { path: "/api/health/live", port: "http" } },
    });
    const { stopDelaySeconds } = settle(named("ConfigMap", "webhook-keeper")?.data ?? {});
    // A stop takes 8 s at most. Endpoints have to learn of it before.
    expect(stopDelaySeconds).toBeGreaterThan(0);
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(stopDelaySeconds + 8);
  });

  test("gives settings that the app takes, and no secret among them", () => {
    const settings = settle(named("ConfigMap", "webhook-keeper")?.data ?? {});
    expect(settings).toMatchObject({
      isSandbox: false,
      worker: "external",
      appUrl: "https://keeper.example.com",
    });
    expect(settings.metrics !== null).toBe(overlay === "scaled");
    expect(things.map(({ kind }) => kind)).not.toContain("Secret");
  });

  test("is what Kubernetes takes, by its own schemas", () => {
    const known = things.filter(({ kind }) => kind !== "PodMonitor");
    expect(known.length).toBeGreaterThanOrEqual(9);
    for (const thing of known) {
      const Model = MODELS[`${thing.apiVersion} ${thing.kind}`];
      if (!Model) throw new Error(`no schema of ${thing.apiVersion} ${thing.kind}`);
      expect(() => new Model(thing as never).validate()).not.toThrow();
    }
    // The schemas do find what is wrong.
    const pods = { template: { spec: { containers: [{ name: "x", imag: 7, ports: "none" }] } } };
    expect(() => new Deployment({ spec: pods } as never).validate()).toThrow();
  });

  test("lets in what comes to the app alone", () => {
    const all = things.find(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "webhook-keeper",
    );
    expect(all?.spec).toMatchObject({ policyTypes: ["Ingress", "Egress"], ingress: [] });
  });
});

describe("the image", () => {
  test("runs by its entry point what is laid out for it, each without a shell around it", () => {
    const entry = read("deploy/image/entrypoint.sh");
    const commands = [...entry.matchAll(/^ {2}([a-z][a-z |-]*)\) /gm)].flatMap(([, names = ""]) =>
      names.split(" | "),
    );
    const scripts = ["app", ...commands.filter((name) => name !== "app")].map((name) =>
      name === "app" ? "server.ts" : `scripts/${name}.ts`,
    );
    expect(scripts).toEqual(
      expect.arrayContaining(["server.ts", "scripts/worker.ts", "scripts/operator.ts"]),
    );
    expect(scripts.filter((script) => !IMAGE_ENTRIES.includes(script) || !existsSync(script))).toEqual([]);
    for (const line of entry.match(/^ {2}[a-z].*\) .*;;$/gm) ?? []) expect(line).toMatch(/exec node /);
  });

  test("is built from no secret, no data and nothing that was built elsewhere", () => {
    const left = read(".dockerignore").split("\n");
    expect(left).toEqual(
      expect.arrayContaining([".*", "node_modules", "lib/platform/db/generated", "tests"]),
    );
    expect(read("Dockerfile")).toMatch(/^USER 1001:1001$/m);
  });
});

const caddy = findProgram("caddy");
if (caddy !== undefined)
  test("deploy/Caddyfile is taken by Caddy, as it is and as Compose sets it", () => {
    for (const env of [{}, { KEEPER_HOST: "keeper.example.org", KEEPER_PROCESSES: "app1:3000 app2:3000" }]) {
      const args = ["adapt", "--config", "deploy/Caddyfile", "--adapter", "caddyfile"];
      const { status, stdout } = spawnSync(caddy ?? "", args, {
        env: { ...process.env, ...env },
        encoding: "utf8",
      });
      expect(status).toBe(0);
      const dialed = [...stdout.matchAll(/"dial":"([^"]+)"/g)].map(([, place]) => place);
      expect(new Set(dialed)).toEqual(
        new Set(env.KEEPER_PROCESSES?.split(" ") ?? ["127.0.0.1:3000", "127.0.0.1:3001"]),
      );
      expect(stdout).toContain(env.KEEPER_HOST ?? "keeper.example.com");
    }
  });
