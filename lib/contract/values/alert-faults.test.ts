import { describe, expect, test } from "vitest";
import { emailsFault, emailsOf, webhookUrlFault } from "./alert-faults.ts";

describe("e-mail addresses", () => {
  test("are read one a line or with commas, each once", () => {
    expect(emailsOf(" ana@example.com,\nben@example.com; ANA@example.com\n\n")).toEqual([
      "ANA@example.com",
      "ben@example.com",
    ]);
    expect(emailsOf("  ")).toEqual([]);
  });

  test.each(["ana@example.com", "a.b+c@mail.example.co.uk", "o'neil@example.com", "x@xn--bcher-kva.example"])(
    "%s is one",
    (email) => expect(emailsFault([email])).toBeNull(),
  );

  test.each([
    "ana",
    "ana@localhost",
    "ana@@example.com",
    "ana@example..com",
    "ana@-example.com",
    "Ana <ana@example.com>",
    "ana@example.com\r\nBcc:ben@example.com",
    "ana@[127.0.0.1]",
    `${"a".repeat(65)}@example.com`,
  ])("%j is none", (email) =>
    expect(emailsFault(["ben@example.com", email])).toEqual({ code: "not_an_email", email }),
  );

  test("there are ten at most", () => {
    const emails = Array.from({ length: 11 }, (_, index) => `a${index}@example.com`);
    expect(emailsFault(emails)).toEqual({ code: "too_many" });
    expect(emailsFault(emails.slice(1))).toBeNull();
  });
});

describe("the address of a webhook", () => {
  test.each([
    ["https://hooks.example.com/alerts?key=1", null],
    ["https://hooks.example.com:8443/alerts", null],
    ["http://hooks.example.com/", "not_https"],
    ["hooks.example.com", "not_an_address"],
    ["ftp://hooks.example.com", "not_an_address"],
    ["https://user:pass@hooks.example.com/", "has_password"],
    ["https://localhost/", "not_public"],
    ["https://keeper.localhost/", "not_public"],
    ["https://db.internal/", "not_public"],
    ["https://intranet/", "not_public"],
    ["https://127.0.0.1/", "not_public"],
    ["https://2130706433/", "not_public"],
    ["https://[::1]/", "not_public"],
    [`https://hooks.example.com/${"x".repeat(1_000)}`, "too_long"],
  ])("%s: %s", (url, fault) => expect(webhookUrlFault(url, false)).toBe(fault));

  test("in sandbox mode may be on this machine", () => {
    expect(webhookUrlFault("http://127.0.0.1:4500/alerts", true)).toBeNull();
    expect(webhookUrlFault("http://user@127.0.0.1:4500/alerts", true)).toBe("has_password");
  });
});
