import { expect, test } from "vitest";
import { ALERT_CAUSES, ALERT_CAUSE_GROUPS } from "#lib/contract/values/alerts.ts";
import { groupState, toggled } from "./cause-groups.ts";

test("each cause is in one group", () => {
  expect(Object.values(ALERT_CAUSE_GROUPS).flat().toSorted()).toEqual(ALERT_CAUSES.toSorted());
});

test("a group is ticked as a whole, in part or not at all, and a press tells of all or of none", () => {
  const causes = ALERT_CAUSE_GROUPS.needsYou;
  expect(groupState(causes, [])).toBe("all");
  expect(groupState(causes, ["over_limit", "blocked"])).toBe("some");
  expect(groupState(causes, causes)).toBe("none");
  expect(toggled(causes, ["blocked"])).toEqual(["blocked", ...causes]);
  expect(toggled(causes, ["over_limit", "blocked"])).toEqual(["blocked"]);
  expect(toggled(causes, [...causes, "blocked"])).toEqual(["blocked"]);
});
