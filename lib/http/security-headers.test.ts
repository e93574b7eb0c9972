import { describe, expect, test } from "vitest";
import { contentSecurityPolicy, newNonces, securityHeaders } from "./security-headers.ts";

const settings = {
  appUrl: "https://keeper.example.com",
  frameAncestors: "https://*.mybigcommerce.com",
  isDevelopment: false,
};

const PAGE = "/s/abc/overview";

describe("the policy", () => {
  const directives = contentSecurityPolicy({ script: "S", style: "T" }, settings).split("; ");

  test("lets the control panel alone frame the app", () => {
    expect(directives).toContain("frame-ancestors https://*.mybigcommerce.com");
    expect(securityHeaders(settings, PAGE)).not.toHaveProperty("X-Frame-Options");
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

describe("the headers beside it", () => {
  test("demand https on https, not on a sandbox's http", () => {
    expect(securityHeaders(settings, PAGE)).toHaveProperty("Strict-Transport-Security");
    expect(securityHeaders({ ...settings, appUrl: "http://localhost:3000" }, PAGE)).not.toHaveProperty(
      "Strict-Transport-Security",
    );
  });

  test("keep other sites' windows off, save that an installation may report to the one that opened it", () => {
    const name = "Cross-Origin-Opener-Policy";
    expect(securityHeaders(settings, PAGE)).toHaveProperty(name, "same-origin");
    expect(securityHeaders(settings, "/launch-failed")).toHaveProperty(name, "same-origin");
    expect(securityHeaders(settings, "/api/bigcommerce/auth")).not.toHaveProperty(name);
  });

  test("keep a callback's address to itself", () => {
    const name = "Referrer-Policy";
    expect(securityHeaders(settings, PAGE)).toHaveProperty(name, "same-origin");
    expect(securityHeaders(settings, "/api/bigcommerce/load")).toHaveProperty(name, "no-referrer");
  });

  test("name each feature once", () => {
    const features = securityHeaders(settings, PAGE)["Permissions-Policy"]?.split(", ") ?? [];
    expect(features).toContain("clipboard-write=(self)");
    expect(features).toContain("camera=()");
    expect(new Set(features).size).toBe(features.length);
  });
});
