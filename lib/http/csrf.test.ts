import { describe, expect, test } from "vitest";
import { config } from "#lib/config/config.ts";
import { isSameOrigin, requireOwnPage } from "./csrf.ts";
import { ForbiddenOrigin } from "./errors.ts";

const right = {
  "Sec-Fetch-Site": "same-origin",
  "Content-Type": "application/json; charset=utf-8",
  "X-Requested-With": "webhook-keeper",
};

function change(headers: Record<string, string | undefined>): Request {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new Request("https://keeper.example.com/s/abc/api/subscriptions", {
    method: "PUT",
    headers: given,
    body: "{}",
  });
}

describe("a change", () => {
  test("from our own page passes", () => {
    expect(() => requireOwnPage(change(right))).not.toThrow();
  });

  test("from a browser without Sec-Fetch-Site passes by its Origin", () => {
    const headers = { ...right, "Sec-Fetch-Site": undefined };
    expect(isSameOrigin(change({ ...headers, Origin: config().appUrl }))).toBe(true);
    expect(isSameOrigin(change({ ...headers, Origin: "https://evil.example" }))).toBe(false);
    expect(isSameOrigin(change({ ...headers, Origin: "null" }))).toBe(false);
    expect(isSameOrigin(change(headers))).toBe(false);
  });

  test.each(["cross-site", "same-site", "none"])(
    "with Sec-Fetch-Site: %s is refused, whatever its Origin",
    (site) => {
      expect(() =>
        requireOwnPage(change({ ...right, "Sec-Fetch-Site": site, Origin: config().appUrl })),
      ).toThrow(ForbiddenOrigin);
    },
  );

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])(
    "sent as %s, as a foreign form could, is refused",
    (type) => {
      expect(() => requireOwnPage(change({ ...right, "Content-Type": type }))).toThrow(ForbiddenOrigin);
    },
  );

  test("without our header is refused", () => {
    expect(() => requireOwnPage(change({ ...right, "X-Requested-With": undefined }))).toThrow(
      ForbiddenOrigin,
    );
    expect(() => requireOwnPage(change({ ...right, "X-Requested-With": "XMLHttpRequest" }))).toThrow(
      ForbiddenOrigin,
    );
  });
});
