import { describe, expect, it } from "vitest";
import { EVENTS } from "./events.ts";

describe("the button for new events", () => {
  it("counts them, and says when there may be more", () => {
    expect([EVENTS.showNew(1, false), EVENTS.showNew(4, false), EVENTS.showNew(50, true)]).toEqual([
      "Show 1 new event",
      "Show 4 new events",
      "Show 50+ new events",
    ]);
  });
});
