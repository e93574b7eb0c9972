import { expect, test } from "vitest";
import { repair, type Repairable } from "./repairs.ts";

function element(
  attributes: Record<string, string>,
  kind: { matches: string[]; title?: string; children?: number },
) {
  const held = new Map(Object.entries(attributes));
  const stand: Repairable = {
    getAttribute: (name) => held.get(name) ?? null,
    setAttribute: (name, value) => void held.set(name, value),
    removeAttribute: (name) => void held.delete(name),
    childElementCount: kind.children ?? 0,
    matches: (selector) => kind.matches.includes(selector),
    querySelector: () => (kind.title === undefined ? null : { textContent: kind.title }),
  };
  return { stand, attributes: () => Object.fromEntries(held) };
}

test("an empty active descendant goes, a real one stays", () => {
  const empty = element({ "aria-activedescendant": "" }, { matches: [] });
  const real = element({ "aria-activedescendant": "row-1" }, { matches: [] });
  repair(empty.stand, "Show choices");
  repair(real.stand, "Show choices");
  expect(empty.attributes()).toEqual({});
  expect(real.attributes()).toEqual({ "aria-activedescendant": "row-1" });
});

test("a dialog without a name takes its title, a named one keeps its name", () => {
  const nameless = element({}, { matches: ['[role="dialog"]'], title: "Turn off 4 webhooks?" });
  const named = element({ "aria-label": "Details" }, { matches: ['[role="dialog"]'], title: "Other" });
  repair(nameless.stand, "Show choices");
  repair(named.stand, "Show choices");
  expect(nameless.attributes()).toEqual({ "aria-label": "Turn off 4 webhooks?" });
  expect(named.attributes()).toEqual({ "aria-label": "Details" });
});

test("a native checkbox loses the repeated state, a switch keeps it", () => {
  const box = element({ "aria-checked": "true" }, { matches: ['input[type="checkbox"]:not([role])'] });
  const toggle = element({ "aria-checked": "true" }, { matches: [] });
  repair(box.stand, "Show choices");
  repair(toggle.stand, "Show choices");
  expect(box.attributes()).toEqual({});
  expect(toggle.attributes()).toEqual({ "aria-checked": "true" });
});

test("a list without a choice is hidden, and shown again once it has one", () => {
  const closed = element({ role: "listbox" }, { matches: ['[role="listbox"]'] });
  const open = element(
    { role: "listbox", "aria-hidden": "true" },
    { matches: ['[role="listbox"]'], children: 3 },
  );
  repair(closed.stand, "Show choices");
  repair(open.stand, "Show choices");
  expect(closed.attributes()).toEqual({ role: "listbox", "aria-hidden": "true" });
  expect(open.attributes()).toEqual({ role: "listbox" });
});

test("a select's arrow has a name in the page's language", () => {
  const arrow = element({ "aria-label": "toggle menu" }, { matches: [] });
  repair(arrow.stand, "Auswahl zeigen");
  expect(arrow.attributes()).toEqual({ "aria-label": "Auswahl zeigen" });
});
