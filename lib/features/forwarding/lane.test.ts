import { expect, test } from "vitest";
import { SETTINGS_DEFAULT } from "#lib/contract/values/destinations.ts";
import { StoreHash } from "#lib/ids.ts";
import { MACHINE_CLOCK } from "./clock.ts";
import { Lane, type Item } from "./lane.ts";
import { withoutAnswer } from "./outcome.ts";
import { TIMES } from "./times.ts";

const NOW = new Date("2027-01-08T09:00:00Z");

test("a destination whose template did not end has one request under way, of those that the ill have", () => {
  const lane = laneWith(4);
  const first = [taken(lane), taken(lane)];
  expect(lane.isIll).toBe(false);
  for (const item of first) {
    lane.note(withoutAnswer("broken", "TEMPLATE_TOO_SLOW"), NOW, 0.5);
    lane.window.settle(item, null);
  }
  expect(lane.isIll).toBe(true);
  taken(lane);
  expect(lane.offer()).toEqual({ againMs: null });
});

function taken(lane: Lane): Item {
  const offer = lane.offer();
  if (!("item" in offer)) throw new Error("nothing is offered");
  return offer.item;
}

/** A destination's lane in which events wait. */
function laneWith(events: number): Lane {
  const store = {
    storeHash: StoreHash.parse("lane1"),
    secrets: [],
    headers: {},
    auth: { kind: "none" },
  } as const;
  const settings = { ...SETTINGS_DEFAULT, eventTypes: ["*"] };
  const destination = {
    ...store,
    id: "d",
    name: "Sink",
    kind: "http",
    url: "https://sink.example/",
    settings,
    isOn: true,
    version: 1,
  } as const;
  const state = {
    breaker: null,
    lastFailure: null,
    lastStatus: null,
    illSince: null,
    nextAt: null,
    lastDeliveredAt: null,
  };
  const claim = { ...state, destinationId: "d", epoch: 1, positionSeq: 0n, isAsked: false };
  const lane = new Lane(destination, claim, TIMES, MACHINE_CLOCK);
  lane.ownedUntilMs = Infinity;
  for (let number = 1; number <= events; number++) {
    const place = {
      seq: BigInt(number),
      occurredAt: NOW,
      hash: `h${number}`,
      scope: "store/order/created",
      thing: null,
    };
    const tries = {
      attempts: 0,
      firstAt: null,
      isKept: false,
      isDismissed: false,
      isReplay: false,
      skipped: 0,
      dueMs: 0,
    };
    lane.window.add({ ...place, ...tries, event: null, sinceMs: 0 });
  }
  return lane;
}
