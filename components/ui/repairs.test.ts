import { expect, test } from "vitest";
import { repair, type Repairable } from "./repairs.ts";

function element(attributes: Record<string, string>, kind: { matches: string[]; title?: string }) {
  const held = new Map(Object.entries(attributes));
  const stand: Repairable = {
    getAttribute: (name) => held.get(name) ?? null,
    setAttribute: (name, value) => void held.set(name, value),
    removeAttribute: (name) => void held.delete(name),
    matches: (selector) => kind.matches.includes(selector),
    querySelector: () => (kind.title === undefined ? null : { textContent: kind.title }),
  };
  return { stand, attributes: () => Object.fromEntries(held) };
}

test("an empty active descendant goes, a real one stays", () => {
  const empty = element({ "aria-activedescendant": "" }, { matches: [] });
  const real = element({ "aria-activedescendant": "row-1" }, { matches: [] });
  repair(empty.stand);
  repair(real.stand);
  expect(empty.attributes()).toEqual({});
  expect(real.attributes()).toEqual({ "aria-activedescendant": "row-1" });
});

test("a dialog without a name takes its title, a named one keeps its name", () => {
  const nameless = element({}, { matches: ['[role="dialog"]'], title: "Turn off 4 webhooks?" });
  const named = element({ "aria-label": "Details" }, { matches: ['[role="dialog"]'], title: "Other" });
  repair(nameless.stand);
  repair(named.stand);
  expect(nameless.attributes()).toEqual({ "aria-label": "Turn off 4 webhooks?" });
  expect(named.attributes()).toEqual({ "aria-label": "Details" });
});

test("a native checkbox loses the repeated state, a switch keeps it", () => {
  const box = element({ "aria-checked": "true" }, { matches: ['input[type="checkbox"]:not([role])'] });
  const toggle = element({ "aria-checked": "true" }, { matches: [] });
  repair(box.stand);
  repair(toggle.stand);
  expect(box.attributes()).toEqual({});
  expect(toggle.attributes()).toEqual({ "aria-checked": "true" });
});
