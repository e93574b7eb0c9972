import { expect, test } from "vitest";
import { Forbidden, ServerFault } from "#lib/platform/bigcommerce/errors.ts";
import { retryAt } from "./retry.ts";

const NOW = new Date("2026-11-25T10:00:00Z");
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

test("waits twice as long after each failure, and gives up after six tries", () => {
  const waits = [0, 1, 2, 3, 4, 5].map((attempts) => {
    const at = retryAt({ attempts, dueSince: ago(1) }, new ServerFault("500"), NOW);
    return at && (at.getTime() - NOW.getTime()) / 1000;
  });
  expect(waits).toEqual([30, 60, 120, 240, 480, null]);
});

test("gives up what will not pass by itself, and what is due for more than an hour", () => {
  expect(retryAt({ attempts: 0, dueSince: ago(1) }, new Forbidden("403"), NOW)).toBeNull();
  expect(retryAt({ attempts: 0, dueSince: ago(61) }, new ServerFault("500"), NOW)).toBeNull();
});
