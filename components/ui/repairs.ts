/** The few attributes that BigDesign 5 gets wrong, and that no prop can mend. */

/** What a repair needs of an element: little enough to be tested without a browser. */
export interface Repairable {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  matches(selector: string): boolean;
  querySelector(selector: string): { textContent: string | null } | null;
}

/** Elements that may need a repair. */
export const REPAIRABLE =
  '[aria-activedescendant=""], [role="dialog"]:not([aria-label]):not([aria-labelledby]), input[type="checkbox"][aria-checked]';

/**
 * Mends one element: drops an empty `aria-activedescendant`, names a dialog from the title inside it, and drops an
 * `aria-checked` that repeats what a native checkbox says (a switch, which has a role of its own, keeps it).
 */
export function repair(element: Repairable): void {
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
