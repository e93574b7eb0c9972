import { expect, test } from "vitest";
import { HookId } from "#lib/ids.ts";
import { failureSign, type KnownFailures } from "./failure-signs.ts";

const OFF = new Date("2026-08-20T15:00:00Z");
const hoursBefore = (hours: number) => new Date(OFF.getTime() - hours * 3_600_000);
const sign = (known: Partial<KnownFailures>) =>
  failureSign({ id: HookId.parse(7), updatedAt: OFF }, { refusals: [], notices: [], ...known });

test("nothing is guessed where nothing shows it", () => {
  expect(sign({})).toBeNull();
  expect(sign({ refusals: [{ firstAt: hoursBefore(60), lastAt: hoursBefore(50) }] })).toBeNull();
  expect(sign({ refusals: [{ firstAt: hoursBefore(-2), lastAt: hoursBefore(-3) }] })).toBeNull();
  expect(sign({ notices: [{ hookId: 8n, at: OFF }] })).toBeNull();
});

test("refusals of ours in the two days before, and BigCommerce's own word, which says more", () => {
  const refusals = [{ firstAt: hoursBefore(47), lastAt: hoursBefore(46) }];
  expect(sign({ refusals })).toBe("refused");
  expect(sign({ refusals, notices: [{ hookId: 7n, at: hoursBefore(0.5) }] })).toBe("gave_up");
});
