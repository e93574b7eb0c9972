/**
 * The selection after one box changes. With an anchor and shift held, everything between both takes the new state.
 * Pure. Ids that are not in `order` (filtered away meanwhile) stay as they are.
 */
export function afterToggle(
  selected: ReadonlySet<string>,
  order: readonly string[],
  id: string,
  anchor: string | null,
): Set<string> {
  const next = new Set(selected);
  const isOn = !selected.has(id);
  const from = anchor === null ? -1 : order.indexOf(anchor);
  const to = order.indexOf(id);
  const touched = from === -1 || to === -1 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
  for (const one of touched) {
    if (isOn) next.add(one);
    else next.delete(one);
  }
  return next;
}
