import fc from "fast-check";
import pino from "pino";
import { describe, expect, test } from "vitest";
import { discreet, loggable, maskText } from "./redact.ts";

const JWT = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzdG9yZXMvYWJjIn0.o9SCd-TZUgNakmeuEU20yNkgcVBT65iOnFtSB3fusKU";
const SEALED = "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..xLq1Yb0nXz4dQhGm.9aPz_kQ.sYcW3m0L4y2Gx1vJ8kQnZg";
const SIGNATURE = "v1,zvnZb0xxOKD2S5XqZSxzlDV02pRpO5Cjf/e1hwggeJA=";

describe("a text", () => {
  test.each([
    ["a launch", `GET /load?signed_payload_jwt=${JWT}`, JWT],
    ["a session", `cookie webhook-keeper.session=${SEALED}; Path=/`, SEALED],
    ["a ticket", `https://keeper.example.com/s/abc/overview#ticket=${SEALED}`, SEALED],
    ["a bearer", "Authorization: Bearer c2VjcmV0LXZhbHVl", "c2VjcmV0LXZhbHVl"],
    ["a signature", `webhook-signature: ${SIGNATURE}`, "zvnZb0xx"],
    ["a key that signs", `whsec_${"a1".repeat(20)}=`, "a1a1a1"],
    ["a private key", `whsk_${"b2".repeat(40)}==`, "b2b2b2"],
    [
      "a key file",
      '{"private_key":"-----BEGIN PRIVATE KEY-----\\nMIIEvQ\\n-----END PRIVATE KEY-----\\n"}',
      "MIIEvQ",
    ],
    ["an access key", "Credential=AKIAIOSFODNN7EXAMPLE/20261130", "AKIAIOSFODNN7EXAMPLE"],
    ["an authorization code", "/api/bigcommerce/auth?code=qwd4f9xk2&scope=x", "qwd4f9xk2"],
    ["a password", "postgres://keeper:hunter2@db.example.com:5432/keeper", "hunter2"],
    ["an e-mail address", "Key (email)=(ana.b+c@shop.example.co.uk) already exists", "ana.b"],
    ["a secret of ours", "the secret is 3f1c9a7e5b2d", "3f1c9a7e5b2d"],
  ])("hides %s, and stays JSON", (_what, text, secret) => {
    expect(maskText(text, ["3f1c9a7e5b2d"])).not.toContain(secret);
    const line = maskText(JSON.stringify({ msg: text, next: 1 }), ["3f1c9a7e5b2d"]);
    expect(line).not.toContain(secret);
    expect(JSON.parse(line)).toMatchObject({ next: 1 });
  });

  test.each([
    "the store abc123 installed the app",
    "at run (/app/node_modules/@prisma/client/runtime/client.js:12:3)",
    "at file:///app/node_modules/.pnpm/pino@10.4.0/node_modules/pino/pino.js:1:1",
    "connect ECONNREFUSED 127.0.0.1:5432",
    'a scope is store/order/created, its version is v1, and "code" is a word',
  ])("leaves alone: %s", (text) => {
    expect(maskText(text)).toBe(text);
  });

  test("stays JSON whatever it says", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        JSON.parse(maskText(JSON.stringify({ value, text: `${JSON.stringify(value)} ${JWT}` })));
      }),
    );
  });
});

describe("an object", () => {
  test("hides what stands under a secret's name, at every depth", () => {
    const secrets = {
      accessToken: "x",
      access_token: "x",
      "X-Auth-Token": "x",
      webhookSecret: "x",
      clientSecret: "x",
      serviceAccount: "x",
      secretAccessKey: "x",
      private_key: "x",
      userEmail: "x",
      "webhook-signature": "x",
      set_cookie: ["x"],
      rawBody: "x",
      requestHeaders: { a: "x" },
    };
    const shown = JSON.stringify(loggable({ a: [{ b: { c: { ...secrets, store: "abc" } } }] }));
    expect(shown).not.toContain('"x"');
    expect(shown).toContain('"store":"abc"');
  });

  test("shows counts under any name: they are what the log is for", () => {
    const refused = { wrong_signature: 12, wrong_secret: 3n, signature_required: 0, hasSecret: true };
    expect(loggable({ refused })).toEqual({ refused: { ...refused, wrong_secret: "3" } });
    expect(loggable({ signature: { count: 1 }, secrets: [1, 2] })).toEqual({
      signature: "[hidden]",
      secrets: "[hidden]",
    });
  });

  test("shows a code when it is an error's, and no other", () => {
    expect(loggable({ code: "ECONNREFUSED" })).toEqual({ code: "ECONNREFUSED" });
    expect(loggable({ code: "23505" })).toEqual({ code: "23505" });
    expect(loggable({ code: "qwd4f9xk2" })).toEqual({ code: "[hidden]" });
  });

  test("is named and not shown when it is more than data", () => {
    const request = new Request("https://keeper.example.com/?code=x", { headers: { Cookie: "x" } });
    expect(loggable({ request, bytes: Buffer.from("x"), map: new Map([["a", "x"]]), id: 7n })).toEqual({
      // A server may have put its own class in place of the platform's.
      request: `[${Request.name}]`,
      bytes: "[Buffer]",
      map: "[Map]",
      id: "7",
    });
  });

  test("may go round in circles", () => {
    const circle: Record<string, unknown> = {};
    circle.again = circle;
    expect(JSON.stringify(loggable(circle))).toContain("[deep]");
  });
});

describe("an error", () => {
  test("keeps name, code, message and place, and drops rows, parameters and statements", () => {
    const cause = Object.assign(new Error("Key (email)=(ana@example.com)"), { code: "23505", detail: "row" });
    const error = Object.assign(new Error("it failed", { cause }), {
      code: "P2010",
      parameters: ["hunter2"],
      meta: { query: "INSERT hunter2" },
    });
    const shown = loggable({ err: error });
    expect(JSON.stringify(shown)).not.toMatch(/hunter2|ana@|row"/);
    expect(shown).toMatchObject({
      err: { name: "Error", code: "P2010", message: "it failed", cause: "Error 23505" },
    });
    expect(JSON.stringify(shown)).toContain("redact.test.ts");
  });

  test("of Prisma's says what is wrong and not with what", () => {
    const error = new Error(
      "\nInvalid `prisma.user.upsert()` invocation:\n\n{\n  create: { name: 'hunter2' }\n}\n\nArgument `id` is missing.",
    );
    error.name = "PrismaClientValidationError";
    expect(loggable({ error })).toMatchObject({ error: { message: "Argument `id` is missing." } });
    expect(JSON.stringify(loggable({ error }))).not.toContain("hunter2");
  });
});

test("pino, set up like this, hides in messages, in errors and in bindings alike", () => {
  const lines: string[] = [];
  const log = pino(discreet(), { write: (line) => void lines.push(line) });
  log.error(new Error(`refused ${JWT}`));
  log.error({ err: new Error(`refused ${SEALED}`) }, `because of ${SIGNATURE} and %s`, "ana@example.com");
  log.child({ where: `ticket=${SEALED}` }).info("here");
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toMatch(/eyJ|v1,|ana@|sYcW/);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
});
