import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, newNonces, securityHeaders } from "./security-headers.ts";

const settings = {
  appUrl: "https://keeper.example.com",
  frameAncestors: "https://*.mybigcommerce.com",
  isDevelopment: false,
};

describe("the policy", () => {
  const directives = contentSecurityPolicy({ script: "S", style: "T" }, settings).split("; ");

  test("lets the control panel alone frame the app", () => {
    expect(directives).toContain("frame-ancestors https://*.mybigcommerce.com");
    expect(securityHeaders(settings)).not.toHaveProperty("X-Frame-Options");
  });

  test("runs marked scripts and shows marked styles only", () => {
    expect(directives).toContain("script-src 'self' 'nonce-S' 'strict-dynamic'");
    expect(directives).toContain("style-src 'self' 'nonce-T'");
    expect(directives).toContain("default-src 'none'");
  });

  test("uses two nonces, new for each request", () => {
    const [first, second] = [newNonces(), newNonces()];
    expect(new Set([first.script, first.style, second.script, second.style]).size).toBe(4);
  });

  test("gives way to the development server only there", () => {
    const policy = contentSecurityPolicy({ script: "S", style: "T" }, { ...settings, isDevelopment: true });
    expect(policy).toContain("'unsafe-eval'");
    expect(directives.join()).not.toContain("unsafe-eval");
  });
});

describe("transport security", () => {
  test("is demanded on https, not on a sandbox's http", () => {
    expect(securityHeaders(settings)).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders({ ...settings, appUrl: "http://localhost:3000" })).not.toHaveProperty(
      "Strict-Transport-Security",
    );
  });
});
