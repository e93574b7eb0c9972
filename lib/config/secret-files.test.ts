import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { InvalidSettings, SETTING_NAMES, parseConfig } from "./config.ts";
import { SECRET_SETTINGS, readSecretFiles } from "./secret-files.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "webhook-keeper-secrets-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
/** A file with this text; gives its path. */
function fileOf(text: string | Buffer): string {
  const path = join(folder, String((count += 1)));
  writeFileSync(path, text);
  return path;
}

test("every setting that is a secret, or holds one, may come by a file", () => {
  const secret = /SECRET|KEYS|TOKEN|HEADERS|OPERATOR_WEBHOOK|PASSWORD|PROXY$|DATABASE_URL|SMTP_URL/;
  expect(SETTING_NAMES.filter((name) => secret.test(name)).toSorted()).toEqual(SECRET_SETTINGS.toSorted());
});

test.each([
  ["secret", "secret"],
  ["secret\n", "secret"],
  ["secret\r\n", "secret"],
  ["secret\n\n", "secret\n"],
  [" secret ", " secret "],
])("of %j the secret is %j", (text, secret) => {
  const { taken, faults } = readSecretFiles({ SESSION_SECRET_FILE: fileOf(text), SMTP_URL_FILE: "" });
  expect([taken, faults]).toEqual([{ SESSION_SECRET: secret, SESSION_SECRET_FILE: "" }, []]);
  // What was taken is no longer a file: it is read once, and is not both.
  expect(readSecretFiles(taken)).toEqual({ taken: {}, faults: [], unread: [] });
});

test.each([
  ["is not there", () => join(folder, "nowhere"), "leads to a file that is not there"],
  ["is a folder", () => folder, "leads to something that is not a file"],
  ["is empty", () => fileOf("\n"), "leads to an empty file"],
  ["is large", () => fileOf(Buffer.alloc(70_000, "x")), "more than 64 KB"],
  ["is not text", () => fileOf("a\0b"), "leads to a file that is not text"],
  ["is the secret itself", () => "x".repeat(5_000), "cannot be read (ENAMETOOLONG)"],
])("a file that %s is told of, without its path", (_, place, sentence) => {
  const path = place();
  const { taken, faults, unread } = readSecretFiles({ ENCRYPTION_KEYS_FILE: path });
  expect([taken, unread]).toEqual([{}, ["ENCRYPTION_KEYS"]]);
  expect(faults).toEqual([expect.stringContaining(`ENCRYPTION_KEYS_FILE `)]);
  expect(faults[0]).toContain(sentence);
  expect(faults[0]).not.toContain(path);
});

/** Settings of an app with real credentials, its secrets in files. */
const right = () => ({
  DATA_DIR: folder,
  APP_URL: "https://keeper.example.com",
  BIGCOMMERCE_CLIENT_ID: "k7s1bq0x5w9",
  BIGCOMMERCE_CLIENT_SECRET_FILE: fileOf(randomBytes(32).toString("hex")),
  SESSION_SECRET_FILE: fileOf(`${randomBytes(32).toString("base64url")}\n`),
  ENCRYPTION_KEYS_FILE: fileOf(`2026a:${randomBytes(32).toString("base64")}\n`),
  DATABASE_URL_FILE: fileOf("postgres://keeper:p%40ss@db/keeper\n"),
  HELP_URL: "https://example.com/help",
  SUPPORT_URL: "mailto:support@example.com",
  PRIVACY_URL: "https://example.com/privacy",
  TERMS_URL: "https://example.com/terms",
});

function faultsOf(settings: Record<string, string>): readonly string[] {
  try {
    parseConfig(settings);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    return error.faults;
  }
}

test("the app takes its secrets from files, and holds them to the same", () => {
  expect(parseConfig(right())).toMatchObject({
    isSandbox: false,
    databaseUrl: "postgres://keeper:p%40ss@db/keeper",
    encryptionKeys: [{ id: "2026a" }],
  });
  expect(faultsOf({ ...right(), SESSION_SECRET_FILE: fileOf("short\n") })).toEqual([
    "SESSION_SECRET must have at least 32 characters",
  ]);
});

test("one fault is one sentence: what a file was to bring is not called missing as well", () => {
  const nowhere = join(folder, "nowhere");
  const required = [
    "DATABASE_URL",
    "BIGCOMMERCE_CLIENT_SECRET",
    "SESSION_SECRET",
    "ENCRYPTION_KEYS",
  ] as const;
  for (const name of required) {
    expect(faultsOf({ ...right(), [`${name}_FILE`]: nowhere })).toEqual([
      `${name}_FILE leads to a file that is not there`,
    ]);
  }
  expect(faultsOf({ ...right(), SMTP_URL_FILE: nowhere, MAIL_FROM: "keeper@example.com" })).toEqual([
    "SMTP_URL_FILE leads to a file that is not there",
  ]);
  expect(faultsOf({ ...right(), SESSION_SECRET: "x".repeat(40), PORT: "0" })).toEqual([
    "SESSION_SECRET and SESSION_SECRET_FILE are both set: set one of them",
    expect.stringContaining("PORT"),
  ]);
});
