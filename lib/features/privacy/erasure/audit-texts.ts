const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const thingOf = (type: string) => `one ${type.replaceAll("_", " ")}`;

/** What was erased, for the audit log: of which kind and how many, never whose. Pure. */
export function erasedText({
  type,
  events,
  states,
}: {
  type: string;
  events: number;
  states: number;
}): string {
  const amounts = [
    ...(events > 0 ? [counted(events, "event", "events")] : []),
    ...(states > 0 ? [counted(states, "known state", "known states")] : []),
  ];
  return `${amounts.join(" and ") || "Nothing"} about ${thingOf(type)}.`;
}

/** What came again and was erased as well, for the audit log. Pure. */
export function cameAgainText({ type, events }: { type: string; events: number }): string {
  const what = counted(events, "erased event", "erased events");
  return `BigCommerce sent ${what} about ${thingOf(type)} again.`;
}
