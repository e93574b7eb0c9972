import { expect, test } from "vitest";
import { DESTINATION_KINDS } from "#lib/contract/values/destinations.ts";
import { rulesOf } from "#lib/platform/outbound/rules.ts";
import { KINDS } from "./registry.ts";

const RULES = rulesOf({
  forwarding: { allow: [], deny: [], ports: [443, 8443], isOpen: false },
  appUrl: "https://keeper.example.com",
  exceptionUrl: null,
});

/** Kinds of which the address is where requests go. */
const POSTED = DESTINATION_KINDS.filter((kind) => KINDS[kind].callOf === undefined);

test.each(POSTED)("%s takes no address that is refused anyway", (kind) => {
  expect(KINDS[kind].addressFault("https://10.0.0.1/", RULES)).toBe("PRIVATE_ADDRESS");
  expect(KINDS[kind].addressFault("http:/", RULES)).toBe("NOT_AN_ADDRESS");
  expect(KINDS[kind].addressFault("https://keeper.example.com/x", RULES)).toBe("OWN_ADDRESS");
  expect(KINDS[kind].addressFault("https://mattermost.example.com/hooks/1", RULES)).toBe(null);
});

test.each([
  ["https://prod-1.westeurope.logic.azure.com/workflows/1/triggers/manual/paths/invoke?sig=x", null],
  ["https://default1.2.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/3", null],
  ["https://teams.microsoft.com/l/channel/19", "NOT_A_TEAMS_WORKFLOW"],
  ["https://contoso.webhook.office.com/webhookb2/1", "NOT_A_TEAMS_WORKFLOW"],
  ["https://outlook.office.com/webhook/1", "NOT_A_TEAMS_WORKFLOW"],
])("an address of Microsoft Teams, %s: %s", (url, fault) => {
  expect(KINDS.teams.addressFault(url, RULES)).toBe(fault);
});

test.each([
  ["https://hooks.slack.com/services/T000/B000/XXXX", null],
  ["https://hooks.slack-gov.com/services/T000/B000/XXXX", null],
  ["https://hooks.slack.com/triggers/T000/1/2", "NOT_A_SLACK_WEBHOOK"],
  ["https://hooks.slack.com/", "NOT_A_SLACK_WEBHOOK"],
  ["https://app.slack.com/client/T000/C000", "NOT_A_SLACK_WEBHOOK"],
  ["https://team.slack.com/archives/C000", "NOT_A_SLACK_WEBHOOK"],
  ["https://slack.com/services/T000", "NOT_A_SLACK_WEBHOOK"],
  ["https://notslack.com/services/x", null],
])("an address of Slack, %s: %s", (url, fault) => {
  expect(KINDS.slack.addressFault(url, RULES)).toBe(fault);
});
