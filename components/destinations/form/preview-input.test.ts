import { expect, test } from "vitest";
import { PreviewInput } from "#lib/contract/destination-preview.ts";
import { newDraft } from "./draft.ts";
import { previewInputOf } from "./preview-input.ts";

const KEPT = { auth: "none", headerNames: [] } as const;

test("a preview is asked for without anything secret", () => {
  const draft = {
    ...newDraft("server"),
    url: " https://hooks.example.com/in ",
    secret: "whsec_secret",
    headers: "X-Depot: secret\nX-Day:",
    auth: { kind: "header", fields: { name: "X-Key", value: "secret" } },
  } as const;
  const input = previewInputOf(draft, KEPT, null);
  expect(input).toMatchObject({
    url: "https://hooks.example.com/in",
    kind: "http",
    headerNames: ["X-Depot", "X-Day"],
    auth: { kind: "header", headerName: "X-Key" },
    eventId: null,
  });
  expect(JSON.stringify(input)).not.toContain("secret");
  expect(PreviewInput.parse(input)).toEqual(input);
});

test("what is kept of a saved destination counts until something else is typed", () => {
  const kept = { auth: "bearer", headerNames: ["X-Depot"] } as const;
  const input = previewInputOf(newDraft("slack"), kept, undefined);
  expect(input).toMatchObject({ kind: "slack", headerNames: ["X-Depot"], auth: { kind: "bearer" } });
  expect(input).not.toHaveProperty("eventId");
  expect(previewInputOf({ ...newDraft("server"), headers: "" }, kept, undefined)).toMatchObject({
    headerNames: [],
  });
});

test("what cannot be read yet is said instead", () => {
  const draft = newDraft("server");
  expect(previewInputOf({ ...draft, eventTypes: [] }, KEPT, undefined)).toBe("types");
  expect(previewInputOf({ ...draft, conditions: null, ownFilter: "{" }, KEPT, undefined)).toBe("filter");
  expect(previewInputOf({ ...draft, headers: "no header" }, KEPT, undefined)).toBe("headers");
});
