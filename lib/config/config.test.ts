import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { InvalidSettings, SETTING_NAMES, parseConfig } from "./config.ts";
import { sandboxSecrets } from "#lib/crypto/sandbox-secrets.ts";

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "webhook-keeper-config-"));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const randomKey = () => randomBytes(32).toString("base64");

/** Settings of an app with real credentials, all in order. */
const right = () => ({
  DATA_DIR: join(dataDir, "production"),
  APP_URL: "https://keeper.example.com",
  BIGCOMMERCE_CLIENT_ID: "k7s1bq0x5w9",
  BIGCOMMERCE_CLIENT_SECRET: randomBytes(32).toString("hex"),
  SESSION_SECRET: randomBytes(32).toString("base64url"),
  ENCRYPTION_KEYS: `2026a:${randomKey()}`,
  SUPPORT_URL: "mailto:support@example.com",
  HELP_URL: "https://help.example.com/keeper",
  PRIVACY_URL: "https://example.com/privacy",
  TERMS_URL: "https://example.com/terms",
});

/** What is wrong with the right settings once these are changed; never a value of theirs. */
function faultsOf(changes: Record<string, string>): readonly string[] {
  const settings = { ...right(), ...changes };
  try {
    parseConfig(settings);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidSettings)) throw error;
    for (const name of ["BIGCOMMERCE_CLIENT_SECRET", "SESSION_SECRET", "ENCRYPTION_KEYS"] as const) {
      if (settings[name].length > 6) expect(error.message).not.toContain(settings[name]);
    }
    return error.faults;
  }
}

describe("outside sandbox mode", () => {
  test("random secrets are taken, and nothing is written", () => {
    const settings = right();
    expect(parseConfig(settings)).toMatchObject({ isSandbox: false, sessionSecret: settings.SESSION_SECRET });
    expect(existsSync(settings.DATA_DIR)).toBe(false);
  });

  test.each([
    ["SESSION_SECRET", "tooshort", "SESSION_SECRET must have at least 32 characters"],
    [
      "SESSION_SECRET",
      "x".repeat(40),
      "SESSION_SECRET has fewer than 8 different characters: make it at random",
    ],
    ["SESSION_SECRET", "k3vR9xQ2".repeat(5), "SESSION_SECRET follows a pattern: make it at random"],
    ["BIGCOMMERCE_CLIENT_SECRET", "abc", "BIGCOMMERCE_CLIENT_SECRET must have at least 24 characters"],
    [
      "BIGCOMMERCE_CLIENT_SECRET",
      "the-client-secret-of-the-portal",
      "BIGCOMMERCE_CLIENT_SECRET looks like a placeholder: set a value of your own",
    ],
    ["ENCRYPTION_KEYS", `k:${"A".repeat(43)}=`, "Key k of ENCRYPTION_KEYS is not made at random"],
    [
      "ENCRYPTION_KEYS",
      `k:${Buffer.from("thirty-two letters of a password").toString("base64")}`,
      "Key k of ENCRYPTION_KEYS is text in base64, which is far easier to guess than random bytes",
    ],
    ["ENCRYPTION_KEYS", "k:AAAA", "ENCRYPTION_KEYS has a key k that is not 32 bytes in base64"],
  ])("%s = %s is refused", (name, value, fault) => {
    expect(faultsOf({ [name]: value })).toEqual([fault]);
  });

  test("a secret may do one job only", () => {
    const [secret, bytes] = [randomBytes(32).toString("hex"), randomBytes(32)];
    expect(faultsOf({ SESSION_SECRET: secret, BIGCOMMERCE_CLIENT_SECRET: secret })).toEqual([
      "SESSION_SECRET and BIGCOMMERCE_CLIENT_SECRET are the same: each needs a value of its own",
    ]);
    for (const form of ["base64", "base64url", "hex"] as const) {
      const changes = {
        SESSION_SECRET: bytes.toString(form),
        ENCRYPTION_KEYS: `k:${bytes.toString("base64")}`,
      };
      expect(faultsOf(changes)).toEqual([
        "SESSION_SECRET and Key k of ENCRYPTION_KEYS are the same: each needs a value of its own",
      ]);
    }
  });

  test("a mail server and a sender belong together", () => {
    const server = { SMTP_URL: "smtp://user:p%40ss@mail.example.com:587" };
    const sender = { MAIL_FROM: "Webhook Keeper <keeper@example.com>" };
    const fault = "SMTP_URL and MAIL_FROM belong together: set both, or neither to send no e-mail";
    expect(parseConfig(right()).mail).toBeNull();
    expect(parseConfig({ ...right(), ...server, ...sender }).mail).toEqual({
      smtpUrl: server.SMTP_URL,
      from: sender.MAIL_FROM,
    });
    expect(faultsOf(server)).toEqual([fault]);
    expect(faultsOf(sender)).toEqual([fault]);
    expect(faultsOf({ ...sender, SMTP_URL: "https://mail.example.com" })).toHaveLength(1);
    expect(faultsOf({ ...sender, SMTP_URL: "smtp://user:50%@mail.example.com" })).toHaveLength(1);
    expect(faultsOf({ ...server, MAIL_FROM: "keeper" })).toHaveLength(1);
    expect(faultsOf({ ...server, MAIL_FROM: "a@example.com\r\nBcc: b@example.com" })).toHaveLength(1);
  });

  test("an operator is told by mail where there is a mail server, by a webhook, or not at all", () => {
    const mail = { SMTP_URL: "smtp://mail.example.com", MAIL_FROM: "keeper@example.com" };
    const url = "https://chat.example.com/hooks/1";
    const told = (more: Record<string, string>) => parseConfig({ ...right(), ...more }).operator;
    expect(told({})).toBeNull();
    expect(told({ OPERATOR_WEBHOOK_URL: url })).toEqual({ emails: [], webhookUrl: url });
    expect(told({ ...mail, OPERATOR_EMAIL: "a@example.com, b@example.com,a@example.com" })).toEqual({
      emails: ["a@example.com", "b@example.com"],
      webhookUrl: null,
    });
    expect(faultsOf({ OPERATOR_EMAIL: "a@example.com" })).toEqual([
      "OPERATOR_EMAIL needs SMTP_URL and MAIL_FROM: without a mail server nobody gets e-mail",
    ]);
    const six = Array.from({ length: 6 }, (_, index) => `${index}@example.com`).join();
    for (const emails of ["a", "a@example.com,", "Ana <a@example.com>", "a@example.com\r\nBcc: b@c", six])
      expect(faultsOf({ ...mail, OPERATOR_EMAIL: emails }), emails).toHaveLength(1);
    expect(faultsOf({ OPERATOR_WEBHOOK_URL: "chat.example.com" })).toHaveLength(1);
  });

  test("metrics are for who has a token, which nobody guesses, and a worker's have a port of their own", () => {
    const token = randomBytes(24).toString("base64url");
    expect(parseConfig(right()).metrics).toBeNull();
    expect(parseConfig({ ...right(), METRICS_TOKEN: token }).metrics).toEqual({ token, workerPort: null });
    const both = { METRICS_TOKEN: token, METRICS_PORT: "9464" };
    expect(parseConfig({ ...right(), ...both }).metrics?.workerPort).toBe(9_464);
    expect(faultsOf({ METRICS_TOKEN: "short" })).toEqual(["METRICS_TOKEN must have at least 24 characters"]);
    expect(faultsOf({ METRICS_TOKEN: token, SESSION_SECRET: token })).toContain(
      "SESSION_SECRET and METRICS_TOKEN are the same: each needs a value of its own",
    );
    expect(faultsOf({ METRICS_PORT: "9464" })).toHaveLength(1);
    expect(faultsOf({ ...both, METRICS_PORT: "3000" })).toHaveLength(1);
  });

  test("the client secret before is held to the same, beside its successor alone", () => {
    const name = "BIGCOMMERCE_CLIENT_SECRET_PREVIOUS";
    const [present, previous] = [randomBytes(32).toString("hex"), randomBytes(32).toString("hex")];
    expect(parseConfig(right()).bigcommerce.previousClientSecret).toBeNull();
    const both = { ...right(), BIGCOMMERCE_CLIENT_SECRET: present, [name]: previous };
    expect(parseConfig(both).bigcommerce).toMatchObject({
      clientSecret: present,
      previousClientSecret: previous,
    });
    expect(faultsOf({ [name]: "abc" })).toEqual([`${name} must have at least 24 characters`]);
    expect(faultsOf({ [name]: "the-client-secret-of-the-portal" })).toEqual([
      `${name} looks like a placeholder: set a value of your own`,
    ]);
    expect(faultsOf({ BIGCOMMERCE_CLIENT_SECRET: present, [name]: present })).toEqual([
      `BIGCOMMERCE_CLIENT_SECRET and ${name} are the same: each needs a value of its own`,
    ]);
    expect(() => parseConfig({ DATA_DIR: dataDir, [name]: previous })).toThrow(
      `${name} belongs to a BIGCOMMERCE_CLIENT_SECRET that took its place`,
    );
  });

  test("delivery exceptions come to another host, which BigCommerce can reach", () => {
    const url = "https://alarm.example.com";
    expect(parseConfig(right()).exceptionUrl).toBeNull();
    expect(parseConfig({ ...right(), EXCEPTION_URL: url }).exceptionUrl).toBe(url);
    expect(faultsOf({ EXCEPTION_URL: "https://keeper.example.com" })).toEqual([
      expect.stringContaining("EXCEPTION_URL must have another host than APP_URL"),
    ]);
    for (const wrong of ["http://alarm.example.com", "https://alarm.example.com:8443", "https://localhost"])
      expect(faultsOf({ EXCEPTION_URL: wrong })).toEqual([
        expect.stringContaining("EXCEPTION_URL must be a public https origin on port 443"),
      ]);
    expect(faultsOf({ EXCEPTION_URL: `${url}/path` })).toEqual([
      expect.stringContaining("EXCEPTION_URL must be an origin"),
    ]);
  });

  test("every link of the screens leads to whoever runs the app, and has no default", () => {
    expect(parseConfig(right()).links).toEqual({
      helpUrl: "https://help.example.com/keeper",
      supportUrl: "mailto:support@example.com",
      privacyUrl: "https://example.com/privacy",
      termsUrl: "https://example.com/terms",
    });
    const names = ["HELP_URL", "SUPPORT_URL", "PRIVACY_URL", "TERMS_URL"];
    for (const name of names) {
      expect(faultsOf({ [name]: "" })).toEqual([`${name} is required outside sandbox mode`]);
      for (const wrong of ["javascript:alert(1)", "http://example.com", "support@example.com", "/help"])
        expect(faultsOf({ [name]: wrong })).toEqual([
          expect.stringContaining(`${name} must be an https address`),
        ]);
    }
    expect(faultsOf(Object.fromEntries(names.map((name) => [name, ""])))).toHaveLength(4);
  });

  test("in sandbox mode every link leads to the guide that the app carries", () => {
    const { links, appUrl } = parseConfig({ DATA_DIR: dataDir });
    for (const link of Object.values(links)) expect(link.split("#")[0]).toBe(`${appUrl}/guide`);
    expect(parseConfig({ DATA_DIR: dataDir, HELP_URL: "https://help.example.com" }).links.helpUrl).toBe(
      "https://help.example.com",
    );
  });

  test("what the sandbox made for itself is refused", () => {
    const { sessionSecret, clientSecret, encryptionKey } = sandboxSecrets(dataDir);
    const changes = {
      DATA_DIR: dataDir,
      SESSION_SECRET: sessionSecret,
      BIGCOMMERCE_CLIENT_SECRET: clientSecret,
      ENCRYPTION_KEYS: `k:${encryptionKey.bytes.toString("base64")}`,
    };
    expect(faultsOf(changes)).toEqual(
      ["SESSION_SECRET", "BIGCOMMERCE_CLIENT_SECRET", "Key k of ENCRYPTION_KEYS"].map(
        (name) => `${name} is one that sandbox mode made for itself: set another`,
      ),
    );
  });

  test("every example of .env.example is refused as a secret", () => {
    const example = parseEnv(
      readFileSync(join(import.meta.dirname, "../../.env.example"), "utf8").replaceAll(/^#(?=[A-Z])/gm, ""),
    );
    const secrets = ["SESSION_SECRET", "ENCRYPTION_KEYS", "BIGCOMMERCE_CLIENT_SECRET"];
    expect(Object.keys(example)).toEqual(expect.arrayContaining([...secrets]));
    for (const name of secrets) {
      const faults = faultsOf({ [name]: example[name] ?? "" });
      expect(faults.join("\n")).toContain(name);
    }
    expect(Object.keys(example).toSorted()).toEqual(SETTING_NAMES.toSorted());
  });

  test.each(SETTING_NAMES)("a wrong %s is said in plain words, without its value", (name) => {
    const faults = faultsOf({ [name]: "%nonsense\n" });
    const anyTextDoes = ["DATA_DIR", "SCRIPTS_DIR", "SPOOL_DIR", "BIGCOMMERCE_CLIENT_ID"].includes(name);
    expect(faults.length > 0).toBe(!anyTextDoes);
    for (const fault of faults) {
      expect(fault).toContain(name);
      expect(fault).not.toMatch(/nonsense|expected|received|invalid|NaN|undefined/i);
    }
  });

  test("every fault is named at once, one sentence each", () => {
    expect(
      faultsOf({ SESSION_SECRET: "a", BIGCOMMERCE_CLIENT_SECRET: "b", ENCRYPTION_KEYS: "c", PORT: "0" }),
    ).toHaveLength(4);
    expect(faultsOf({ SESSION_SECRET: "", ENCRYPTION_KEYS: "", APP_URL: "http://localhost" })).toHaveLength(
      3,
    );
  });
});

test("deliveries wait on the disk where a folder for them is named, and nowhere else", () => {
  expect(parseConfig(right()).spoolDir).toBeNull();
  expect(parseConfig({ ...right(), SPOOL_DIR: "off" }).spoolDir).toBeNull();
  expect(parseConfig({ ...right(), SPOOL_DIR: join(dataDir, "spool") }).spoolDir).toBe(
    join(dataDir, "spool"),
  );
});

test("sandbox mode makes its own secrets, and they would do", () => {
  const { isSandbox, sessionSecret, bigcommerce, encryptionKeys } = parseConfig({ DATA_DIR: dataDir });
  expect(isSandbox).toBe(true);
  const settings = {
    ...right(),
    SESSION_SECRET: sessionSecret,
    BIGCOMMERCE_CLIENT_SECRET: bigcommerce.clientSecret,
    ENCRYPTION_KEYS: `k:${encryptionKeys[0].bytes.toString("base64")}`,
  };
  expect(() => parseConfig(settings)).not.toThrow();
});

test("who may frame the app is judged, and the simulator's panel added in sandbox mode alone", () => {
  const given = { FRAME_ANCESTORS: "https://*.mybigcommerce.com  https://a.example", SIMULATOR_PORT: "4000" };
  const taken = "https://*.mybigcommerce.com https://a.example";
  expect(parseConfig({ ...right(), ...given }).frameAncestors).toBe(taken);
  expect(parseConfig({ DATA_DIR: dataDir, ...given }).frameAncestors).toBe(`${taken} http://127.0.0.1:4000`);
  expect(faultsOf({ FRAME_ANCESTORS: "https://a.example https://b.example;" })).toEqual([
    expect.stringMatching(/^FRAME_ANCESTORS must be origins parted by spaces, .*: look at number 2$/),
  ]);
});

test("the app listens on one address of the machine, or on every one", () => {
  for (const host of ["127.0.0.1", "::1", "localhost", "10.0.0.5"])
    expect(parseConfig({ ...right(), HOST: host }).host).toBe(host);
  expect(parseConfig(right()).host).toBeUndefined();
  // Some shells and build tools set HOST to something else of their own.
  for (const host of ["x86_64-conda-linux-gnu", "keeper.example.com", "127.0.0.1:3000"])
    expect(faultsOf({ HOST: host })).toEqual([
      expect.stringContaining("HOST must be an IP address or localhost"),
    ]);
});
