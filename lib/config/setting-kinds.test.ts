import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { frameSources } from "./setting-kinds.ts";

describe("who may frame the app", () => {
  const PANELS = "https://*.mybigcommerce.com";
  const faultsOf = (text: string) =>
    frameSources.safeParse(text).error?.issues.map(({ message }) => message) ?? [];

  test.each([
    PANELS,
    "https://panel.example.com",
    "https://panel.example.com:8443 https://*.shops.example.com:8443",
    `${PANELS} http://127.0.0.1:4000 http://localhost:4000 http://[::1]:4000`,
    "https://intranet",
    "https://192.0.2.7",
  ])("%s is taken as it is", (text) => {
    expect(frameSources.parse(text)).toBe(text);
  });

  test("spaces too many are left out", () => {
    expect(frameSources.parse(`  ${PANELS}   https://a.example `)).toBe(`${PANELS} https://a.example`);
    expect(faultsOf("   ")).toEqual([expect.stringMatching(/: there is none$/)]);
  });

  test.each([
    "*",
    "https:",
    "https://*",
    "https://*.com",
    "https://a.*.example.com",
    "https://*.*.example.com",
    "https://*example.com",
    "*.mybigcommerce.com",
    "'self'",
    "'none'",
    "http://panel.example.com",
    "http://*.localhost",
    "http://127.0.0.1.example.com",
    "https://panel.example.com/",
    "https://panel.example.com/manage",
    "https://panel.example.com:443",
    "https://panel.example.com:99999",
    "https://user@panel.example.com",
    "https://PANEL.example.com",
    "https://a.example;script-src",
    "https://a.example,https://b.example",
    "https://a.example\r\nX-Injected:1",
    "https://a.example\n",
    "https://a.example\thttps://b.example",
    "https://a.example\u00a0https://b.example",
    "https://b\u00fccher.example",
    "data:text/html,x",
  ])("%j is refused, whatever stands beside it", (source) => {
    expect(faultsOf(source)).toEqual([expect.stringMatching(/: look at number 1$/)]);
    expect(faultsOf(`${PANELS} ${source} https://a.example ${source}`)).toEqual([
      expect.stringMatching(/: look at number 2, 4$/),
    ]);
  });

  test("whatever is taken stays within one directive of one header", () => {
    const part = fc.oneof(
      fc.string(),
      fc.webUrl(),
      fc.constantFrom(PANELS, ";", ",", "*.", "\r\n", "https://a"),
    );
    fc.assert(
      fc.property(fc.array(part), fc.constantFrom(" ", ""), (parts, between) => {
        const taken = frameSources.safeParse(parts.join(between)).data ?? "";
        expect(taken).toMatch(/^[a-z0-9.:/*[\] -]*$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
