import fc from "fast-check";
import { value } from "./oddities.ts";

const SCOPES = ["store/order/created", "store/cart/*"];

/** What our pages send, by the end of the address that takes it: most of what is drawn otherwise never gets past its shape. */
const APT: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  "alerts/acknowledge": [{ id: "1" }],
  "alerts/notices": [{ emails: ["a@example.com"] }],
  "alerts/secret": [{}],
  "alerts/settings": [
    { emails: ["a@example.com"], webhookUrl: null, mutedCauses: ["doubled"] },
    { emails: [], webhookUrl: "http://127.0.0.1:9/", mutedCauses: [] },
  ],
  "alerts/test": [{ channel: "webhook" }, { channel: "email" }],
  "events/export": [{ ids: ["2026-11-25.1", "none"], format: "csv" }],
  keeper: [{ isTellingOnly: true, scope: SCOPES[0] }, { isTellingOnly: false }],
  reading: [{ isOn: true }, { isOn: false }],
  privacy: [{ staffSeePersonal: true, staffChangeWebhooks: true }, { retentionDays: 7 }],
  "privacy/erasures": [{ type: "order", id: "7" }],
  session: [{}, { ticket: "a.b.c.d.e" }],
  "session/end": [{ who: "me" }, { who: "everyone" }],
  "settings/secret": [{}],
  subscriptions: [
    { changes: [{ scope: SCOPES[0], wanted: true }] },
    { changes: [{ scope: SCOPES[1], wanted: false }] },
  ],
  "subscriptions/reconcile": [{ dryRun: true }, { dryRun: false }],
  "subscriptions/runs": [
    { kind: "turn_on", scopes: SCOPES },
    { kind: "put_right", scopes: SCOPES },
  ],
  "runs/[id]/cancel": [{}],
  "runs/[id]/retry": [{}, { scopes: SCOPES }],
  "test-events": [{ scope: SCOPES[0] }],
  views: [{ name: "Carts", query: "?group=carts" }],
  "views/[id]": [{ name: "Mine" }],
  preferences: [
    { usesKeys: false, language: "de" },
    { showsTechnicalDetails: true },
    { setup: "watch" },
    { language: null },
  ],
};

/** How an apt body is bent: which it is, what replaces which of its fields, if anything does. */
export const bend = fc.record({
  which: fc.nat(9),
  field: fc.nat(5),
  value: fc.option(value, { freq: 1 }),
});
export type Bend = typeof bend extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** A body such as an address takes, perhaps with another value in it; undefined where it takes none. Pure. */
export function aptBody(address: string, { which, field, value: odd }: Bend): string | undefined {
  const [, choices] =
    Object.entries(APT)
      .filter(([end]) => address.endsWith(`/${end}`))
      .toSorted(([a], [b]) => b.length - a.length)[0] ?? [];
  const body = choices?.[which % choices.length];
  if (!body) return undefined;
  const name = Object.keys(body)[field];
  return JSON.stringify(name === undefined || odd === null ? body : { ...body, [name]: odd });
}
