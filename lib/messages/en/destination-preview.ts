export const area = "destinationPreview";

const number = new Intl.NumberFormat("en-US");

/** Texts of the preview of what a destination would be sent. */
export const PREVIEW = {
  event: "Event",
  example: "An example",
  loading: "Loading the preview",
  failed: "We can't show a preview right now.",
  again: "Try again",
  notYet: {
    types: "Choose event types to see a preview.",
    filter: "Enter a JSON object as the filter to see a preview.",
    headers: "Enter one header per line to see a preview.",
  },
  wanted: "We'd send this event.",
  notWanted: {
    type: "We wouldn't send this event: its type isn't chosen.",
    filter: "We wouldn't send this event: the filter leaves it out.",
    test: "We wouldn't send this event: test events stay in Keeper.",
  },
  body: "Body",
  cut: (bytes: number) => `This is the beginning. The whole body has ${number.format(bytes)} bytes.`,
  headers: "Address and headers",
};

const FAILURES: Readonly<Record<string, (code?: string, at?: string) => string>> = {
  TEMPLATE_MISSING: () => "Write a template to see what it makes.",
  TEMPLATE_WRONG: (code, at) =>
    at === undefined
      ? `The template has a mistake${code === undefined ? "" : ` (${code})`}.`
      : `The template has a mistake at character ${at} (${code}).`,
  TEMPLATE_EMPTY: () => "The template makes nothing of this event.",
  TEMPLATE_TOO_SLOW: () => "The template needs more than 200 milliseconds.",
  TEMPLATE_TOO_LARGE: () => "What the template makes is too large.",
};

/** Why a request cannot be made, by its code and what that names. */
export function failureText(failure: string): string {
  const [name = "", code, at] = failure.split(" ");
  return FAILURES[name]?.(code, at) ?? `We can't build this request (${failure}).`;
}
