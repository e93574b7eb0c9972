/**
 * Whether nobody is in the list and it is seen from its beginning: rows that go in there push nothing away from a pointer,
 * from focus, or from eyes.
 */
export function isUntouched(list: HTMLElement | null): boolean {
  if (list === null) return true;
  const isFocused = document.activeElement !== list && list.contains(document.activeElement);
  // A finger leaves its last place "hovered".
  const isPointedAt = list.matches(":hover") && window.matchMedia("(hover: hover)").matches;
  return !isFocused && !isPointedAt && list.getBoundingClientRect().top >= 0;
}

/** Scrolls no further than needed to see the element with this id; does nothing where it is not, or seen already. */
export function reveal(id: string): void {
  document.getElementById(id)?.closest('[role="row"]')?.scrollIntoView({ block: "nearest" });
}
