import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cursorText, eventId, parseCursor, parseEventId } from "./ids.ts";

const times = fc.date({ noInvalidDate: true, min: new Date("1970-01-01"), max: new Date("2100-01-01") });

describe("an event's id", () => {
  test("leads back to its key, whatever the hash holds", () => {
    fc.assert(
      fc.property(times, fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" }), (occurredAt, hash) => {
        const id = eventId({ occurredAt, hash });
        expect(id).toMatch(/^[\w-]+$/);
        expect(parseEventId(id)).toEqual({ occurredAt, hash });
      }),
    );
  });

  test.each([
    "",
    "nonsense",
    "Zm9v",
    Buffer.from(".x").toString("base64url"),
    Buffer.from("1e99.x").toString("base64url"),
    Buffer.from("1796021451000.a\0b").toString("base64url"),
  ])("is not read from %j", (text) => {
    expect(parseEventId(text)).toBeNull();
  });
});

describe("a page's cursor", () => {
  test("leads back to where the page ended", () => {
    fc.assert(
      fc.property(times, fc.bigInt({ min: 0n, max: 10n ** 17n }), (occurredAt, seq) => {
        expect(parseCursor(cursorText({ occurredAt, seq }))).toEqual({ occurredAt, seq });
      }),
    );
  });

  test("is not read from an event's id", () => {
    expect(parseCursor(eventId({ occurredAt: new Date(0), hash: "a1" }))).toBeNull();
  });
});
