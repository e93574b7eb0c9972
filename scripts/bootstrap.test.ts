import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { PROJECT_DIR } from "./child.ts";
import { startTimeOf } from "./processes.ts";

const SCHEMA = "model Store {\n  hash String @id\n}\n";
/** As Prisma lays it out. */
const GENERATED_FROM = "model Store {\n  hash   String   @id\n}\n";
const MARK = "node_modules/.package-lock.json";

let projectDir: string;
beforeEach(() => {
  projectDir = mkdtempSync(join(tmpdir(), "webhook-keeper-bootstrap-"));
  write("package.json", { dependencies: { pg: "1" }, devDependencies: { vitest: "1" } });
  write("package-lock.json", {
    packages: {
      "node_modules/pg": { version: "1.0.0" },
      "node_modules/vitest": { version: "1.0.0", dev: true },
    },
  });
  write("prisma/schema.prisma", SCHEMA);
  write("node_modules/@prisma/client/package.json", { version: "7.0.0" });
  generate(GENERATED_FROM, "7.0.0");
  for (const name of ["bootstrap.mjs", "parents.mjs", "hand-over.sh"])
    copyFileSync(join(PROJECT_DIR, "scripts", name), place(`scripts/${name}`));
  for (const name of ["worker", "test", "migrate"])
    write(`scripts/${name}.ts`, `process.stdout.write("ran ${name}"); process.disconnect();`);
  symlinkSync(process.execPath, place("node_modules/node/bin/node"));
  // Notes what it was asked for, and installs nothing.
  write("npm.js", `require("node:fs").writeFileSync("asked", process.argv.slice(2).join(" "));`);
});
afterEach(() => rmSync(projectDir, { recursive: true, force: true }));

function place(path: string): string {
  const whole = join(projectDir, path);
  mkdirSync(dirname(whole), { recursive: true });
  return whole;
}

const write = (path: string, content: string | object) =>
  writeFileSync(place(path), typeof content === "string" ? content : JSON.stringify(content));

const generate = (schema: string, version: string) =>
  write(
    "lib/platform/db/generated/internal/class.ts",
    `const config = {\n  "clientVersion": "${version}",\n  "inlineSchema": ${JSON.stringify(schema)},\n}\n`,
  );

/** What npm leaves behind after `npm ci`, with or without `--omit=dev`. */
const installed = (packages: Record<string, { version: string; dev?: boolean }>) => write(MARK, { packages });
const BARE = { "node_modules/pg": { version: "1.0.0" } };
const WHOLE = { ...BARE, "node_modules/vitest": { version: "1.0.0", dev: true } };

/** Dates the folder of packages before the lockfile, as a copy or a checkout may. */
const makeOlder = () => utimesSync(join(projectDir, MARK), new Date(0), new Date(0));

function run(...words: string[]) {
  const env = {
    ...process.env,
    npm_execpath: join(projectDir, "npm.js"),
    npm_lifecycle_event: "",
    NODE_COMPILE_CACHE: undefined,
  };
  const { stdout, stderr } = spawnSync(process.execPath, ["scripts/bootstrap.mjs", ...words], {
    cwd: projectDir,
    env,
    encoding: "utf8",
  });
  const asked = existsSync(join(projectDir, "asked")) && readFileSync(join(projectDir, "asked"), "utf8");
  return { stdout, stderr, asked };
}

test("what was installed without development packages is enough to run, and stays as it is", () => {
  installed(BARE);
  expect(run("worker")).toEqual({ stdout: "ran worker", stderr: "", asked: false });
  makeOlder();
  expect(run("worker")).toEqual({ stdout: "ran worker", stderr: "", asked: false });
});

test("what V8 made of the sources is kept for the next start, which works where it cannot be kept", () => {
  installed(BARE);
  const kept = join(projectDir, "node_modules/.cache/compiled");
  expect(run("worker").stdout).toBe("ran worker");
  expect(readdirSync(kept)).toHaveLength(1);
  rmSync(kept, { recursive: true });
  write("node_modules/.cache/compiled", "no folder");
  expect(run("worker")).toEqual({ stdout: "ran worker", stderr: "", asked: false });
});

test("another lockfile is followed, still without development packages", () => {
  installed({ "node_modules/pg": { version: "0.9.0" } });
  makeOlder();
  expect(run("worker").asked).toMatch(/^ci --omit=dev /);
});

test.each([
  ["a test", ["test"], BARE],
  ["writing a migration", ["migrate", "new", "change"], BARE],
])("%s needs the development packages", (_what, words, packages) => {
  installed(packages);
  expect(run(...words).asked).toMatch(/^ci --include=dev /);
});

test("a fresh clone gets everything", () => {
  expect(run("worker").asked).toMatch(/^ci --include=dev /);
});

test("a whole installation that lacks one new package stays whole", () => {
  installed({ ...WHOLE, "node_modules/pg": { version: "0.9.0" } });
  makeOlder();
  expect(run("worker").asked).toMatch(/^ci --include=dev /);
});

test("the database client is judged by what it was made of, not by its date", () => {
  installed(BARE);
  utimesSync(join(projectDir, "lib/platform/db/generated/internal/class.ts"), new Date(0), new Date(0));
  expect(run("worker").stdout).toBe("ran worker");
});

test.each([
  ["of another schema", () => generate("model Shop {}", "7.0.0")],
  ["of another version", () => generate(GENERATED_FROM, "6.9.0")],
  ["that is missing", () => rmSync(join(projectDir, "lib/platform/db/generated"), { recursive: true })],
])("a database client %s is made again, or its lack is told", (_what, spoil) => {
  installed(BARE);
  spoil();
  const { stdout, stderr } = run("worker");
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^The database client is not there, or belongs to another version, .* and \.next-builds .* npm ci --omit=dev\.\n$/,
  );
  write("node_modules/prisma/build/index.js", `process.exit(process.argv[2] === "generate" ? 0 : 1);`);
  expect(run("worker").stdout).toBe("ran worker");
});

function handOver() {
  write("scripts/pid.ts", "process.stdout.write(`${process.pid} ${process.env.NODE_COMPILE_CACHE}`);");
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const { pid, stdout, stderr, status } = spawnSync(
    "sh",
    ["scripts/hand-over.sh", "worker", "scripts/pid.ts"],
    {
      cwd: projectDir,
      env: { ...env, npm_execpath: join(projectDir, "npm.js"), npm_lifecycle_event: "" },
      encoding: "utf8",
    },
  );
  return { pid, stdout, stderr, status };
}

test("what runs for months takes the place of what prepared it", () => {
  installed(BARE);
  const { pid, stdout, stderr } = handOver();
  expect(stderr).toBe("");
  expect(stdout).toBe(`${pid} ${join(projectDir, "node_modules/.cache/compiled")}`);
});

test("what could not be prepared is not started", () => {
  installed(BARE);
  rmSync(join(projectDir, "lib/platform/db/generated"), { recursive: true });
  expect(handOver()).toMatchObject({ stdout: "", status: 1 });
});

test("it ends when npm is killed", async () => {
  write(
    "scripts/long.mjs",
    `import { whenNpmIsGone } from "./parents.mjs";
     whenNpmIsGone(() => process.exit(0));
     setInterval(() => undefined, 1_000);
     process.stdout.write(String(process.pid));`,
  );
  const start = `require("node:child_process").spawn(process.execPath, ["scripts/long.mjs"], { stdio: "inherit" });`;
  const npm = spawn(process.execPath, ["-e", start], {
    cwd: projectDir,
    env: { ...process.env, npm_lifecycle_event: "start" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(npm.stdout, "data")) as [Buffer];
  const pid = Number(said.toString());
  expect(startTimeOf(pid)).not.toBeNull();
  npm.kill("SIGKILL");
  await expect.poll(() => startTimeOf(pid), { timeout: 10_000 }).toBeNull();
});
