import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { request } from "undici";
import { describe, expect, test } from "vitest";
import { headersFault } from "./headers.ts";

describe("headers that an owner adds", () => {
  test.each([
    "Connection",
    "keep-alive",
    "Proxy-Authorization",
    "TE",
    "trailer",
    "Transfer-Encoding",
    "upgrade",
    "Host",
    "Content-Length",
    "content-type",
    "Cookie",
    "User-Agent",
    "Accept-Encoding",
    "Webhook-Id",
    "webhook-anything",
    "X-Webhook-Keeper-Store",
  ])("may not be %s", (name) => {
    expect(headersFault({ "X-Team": "a", [name]: "x" })).toEqual({ code: "HEADER_RESERVED", name });
  });

  test.each([
    ["X Team", "HEADER_NAME_WRONG"],
    ["", "HEADER_NAME_WRONG"],
    ["X-Tëam", "HEADER_NAME_WRONG"],
    ["X-Team:", "HEADER_NAME_WRONG"],
    ["X-Team\r\nHost", "HEADER_NAME_WRONG"],
  ])("may not be named %j", (name, code) => {
    expect(headersFault({ [name]: "x" })).toEqual({ code, name });
  });

  test.each(["a\r\nHost: b", "a\nb", "a\rb", "a\0b", "→", "\u007f"])("may not say %j", (value) => {
    expect(headersFault({ "X-Team": value })).toEqual({ code: "HEADER_VALUE_WRONG", name: "X-Team" });
  });

  test("may be many, and long, up to a bound", () => {
    const many = (count: number, value = "x") =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`X-${index}`, value]));
    expect(headersFault(many(20))).toBe(null);
    expect(headersFault(many(21))).toEqual({ code: "HEADERS_TOO_MANY", name: null });
    expect(headersFault({ "X-A": "x".repeat(4_096 - 3 - 4) })).toBe(null);
    expect(headersFault({ "X-A": "x".repeat(4_096 - 3 - 3) })).toEqual({
      code: "HEADERS_TOO_LARGE",
      name: null,
    });
    expect(headersFault({ "X-A": "1", "x-a": "2" })).toEqual({ code: "HEADER_TWICE", name: "x-a" });
  });
});

test("what is let through arrives as it is, and adds nothing else", async () => {
  const seen: string[][] = [];
  const server = createServer(({ rawHeaders }, response) => {
    seen.push(rawHeaders);
    response.end();
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  const name = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom("a", "Z", "9", "-", "_", "!", ":", ".", " ", "\r", "\n", "ü"),
  });
  const value = fc.string({
    maxLength: 12,
    unit: fc.constantFrom("a", "Z", "9", ":", ";", ",", " ", "\t", "\r", "\n", "\0", "é", "→"),
  });
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value, { maxKeys: 3, noNullPrototype: true }), async (headers) => {
      if (headersFault(headers) !== null) return;
      await (await request(`http://127.0.0.1:${port}/`, { method: "POST", headers, body: "x" })).body.dump();
      sent++;
      const pairs = (seen.at(-1) ?? []).flatMap((text, at, all) =>
        at % 2 === 0 ? [[text, all[at + 1] ?? ""]] : [],
      );
      const others = pairs.filter(([own = ""]) => !/^(?:host|connection|content-length)$/i.test(own));
      expect(others.map(([own, text]) => [own, text?.trim()])).toEqual(
        Object.entries(headers).map(([own, text]) => [own, text.trim()]),
      );
    }),
    { numRuns: 300 },
  );
  server.close();
  server.closeAllConnections();
  expect(sent).toBeGreaterThan(30);
});
