/** The few attributes that BigDesign 5 gets wrong, and that no prop can mend. */

/** What a repair needs of an element: little enough to be tested without a browser. */
export interface Repairable {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  matches(selector: string): boolean;
  readonly childElementCount: number;
  querySelector(selector: string): { textContent: string | null } | null;
}

/** Elements that may need a repair. */
export const REPAIRABLE =
  '[aria-activedescendant=""], [role="dialog"]:not([aria-label]):not([aria-labelledby]), input[type="checkbox"][aria-checked], [role="listbox"], [aria-label="toggle menu"]';

/**
 * Mends one element: drops an empty `aria-activedescendant`, names a dialog from the title inside it, drops an
 * `aria-checked` that repeats what a native checkbox says (a switch, which has a role of its own, keeps it), hides a list
 * without a choice, which a select that is closed leaves in the page, and names the select's arrow in the page's language.
 * @param showChoices The arrow's name.
 */
export function repair(element: Repairable, showChoices: string): void {
  if (element.getAttribute("aria-label") === "toggle menu") element.setAttribute("aria-label", showChoices);
  if (element.matches('[role="listbox"]')) {
    if (element.childElementCount === 0) element.setAttribute("aria-hidden", "true");
    else element.removeAttribute("aria-hidden");
  }
  if (element.getAttribute("aria-activedescendant") === "") element.removeAttribute("aria-activedescendant");
  if (
    element.matches('[role="dialog"]') &&
    !element.getAttribute("aria-label") &&
    !element.getAttribute("aria-labelledby")
  ) {
    const title = element.querySelector("h1, h2, h3")?.textContent;
    if (title) element.setAttribute("aria-label", title);
  }
  if (
    element.matches('input[type="checkbox"]:not([role])') &&
    element.getAttribute("aria-checked") !== null
  ) {
    element.removeAttribute("aria-checked");
  }
}
