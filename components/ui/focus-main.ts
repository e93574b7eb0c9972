/** The id of the page's `<main>`, target of the skip link. */
export const MAIN_ID = "content";

/** Puts focus on the content, for when the element that held it has gone. Does nothing where there is no content. */
export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
