import { describe, expect, test } from "vitest";
import { REJECTION_REASONS } from "#lib/contract/values/rejections.ts";
import { REJECTIONS } from "./rejections.ts";

const here = { tag: "en-US", timeZone: "UTC" };

describe("rejected deliveries", () => {
  test("are counted in a sentence that says why", () => {
    expect(REJECTIONS.sentence("wrong_signature", 1_234, here)).toBe(
      "We rejected 1,234 deliveries in the last 24 hours because their signature was wrong.",
    );
    expect(REJECTIONS.sentence("too_large", 1, here)).toBe(
      "We rejected 1 delivery in the last 24 hours because it was larger than 256 KB.",
    );
  });

  test("have different words for every reason", () => {
    const sentences = REJECTION_REASONS.map((reason) => REJECTIONS.sentence(reason, 2, here));
    expect(new Set(sentences).size).toBe(REJECTION_REASONS.length);
  });

  test("are described as far as something is known of the last one", () => {
    expect(REJECTIONS.like(213, ["host", "user-agent"])).toBe("213 bytes, with the headers host, user-agent");
    expect(REJECTIONS.like(null, [])).toBe("");
  });
});
