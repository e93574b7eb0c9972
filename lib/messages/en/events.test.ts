import { describe, expect, it } from "vitest";
import { EVENTS } from "./events.ts";

describe("the pill for new events", () => {
  it("counts them, and says when there may be more", () => {
    expect([EVENTS.newEvents(1, false), EVENTS.newEvents(4, false), EVENTS.newEvents(50, true)]).toEqual([
      "1 new event",
      "4 new events",
      "50+ new events",
    ]);
  });
});
