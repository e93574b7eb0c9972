import fc from "fast-check";

/** What BigCommerce may answer in place of the right thing: the whole of it, or one place in it. */
export type OddAnswer =
  | { whole: (typeof WHOLES)[number] }
  | { place: number; value: (typeof VALUES)[number] }
  | { list: (typeof LISTS)[number]; place: number };

const WHOLES = [
  "html",
  "empty",
  "204",
  "cut",
  "null",
  "number",
  "list",
  "redirect",
  "wrong type",
  "huge",
] as const;
const VALUES = [
  "missing",
  "null",
  "empty text",
  "text",
  "half an emoji",
  "NUL",
  "empty list",
  "list",
  "empty map",
  "map",
  "zero",
  "minus one",
  "fraction",
  "beyond all numbers",
  "true",
  "false",
  "nested",
  "as text",
] as const;
const LISTS = ["twice", "backwards", "first missing", "null in it", "as a map", "strange one in it"] as const;

/** Draws an odd answer. */
export const oddAnswer: fc.Arbitrary<OddAnswer> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ whole: fc.constantFrom(...WHOLES) }) },
  { weight: 6, arbitrary: fc.record({ place: fc.nat(9_999), value: fc.constantFrom(...VALUES) }) },
  { weight: 2, arbitrary: fc.record({ list: fc.constantFrom(...LISTS), place: fc.nat(9_999) }) },
);

/** The right answer made odd; as it is where it has no such place. */
export async function madeOdd(right: Response, odd: OddAnswer): Promise<Response> {
  const text = await right.text();
  if ("whole" in odd) return wholly(odd.whole, right, text);
  const body = parsed(text);
  if (body === undefined) return new Response(text || null, right);
  const root = { body };
  const places = placesIn(root);
  if ("value" in odd) {
    const at = places[odd.place % places.length];
    if (at) replace(at, odd.value);
  } else {
    const lists = places.filter(({ holder, key }) => Array.isArray(holder[key]));
    const at = lists[odd.place % Math.max(lists.length, 1)];
    if (at) at.holder[at.key] = relisted(at.holder[at.key] as unknown[], odd.list);
  }
  // A number beyond all numbers has no JSON but its digits.
  const json = JSON.stringify(root.body)?.replaceAll('"@1e999"', "1e999") ?? "";
  return new Response(right.status === 204 ? null : json, { status: right.status, headers: right.headers });
}

function wholly(kind: (typeof WHOLES)[number], right: Response, text: string): Response {
  const json = { "Content-Type": "application/json" };
  switch (kind) {
    case "html":
      return new Response("<!doctype html><title>Busy</title>", { headers: { "Content-Type": "text/html" } });
    case "empty":
      return new Response("", { headers: json });
    case "204":
      return new Response(null, { status: 204 });
    case "cut":
      return new Response(text.slice(0, Math.floor(text.length / 2)), { headers: json });
    case "redirect":
      return new Response(null, { status: 302, headers: { Location: "https://elsewhere.example.com/" } });
    case "wrong type":
      return new Response(right.status === 204 ? null : text, {
        status: right.status,
        headers: { "Content-Type": "image/png" },
      });
    case "huge":
      return new Response(`${text.replace(/\}\s*$/, "")},"more":"${"x".repeat(2_000_000)}"}`, {
        headers: json,
      });
    case "null":
      return new Response("null", { headers: json });
    case "number":
      return new Response("42", { headers: json });
    case "list":
      return new Response("[]", { headers: json });
  }
}

interface Place {
  holder: Record<string, unknown>;
  key: string;
}

/** Every place of a JSON value, the outer ones first. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  // Cast: the entries of a list are reached by their numbers, as those of an object by their names.
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

function replace({ holder, key }: Place, value: (typeof VALUES)[number]): void {
  if (value === "missing") {
    delete holder[key];
    return;
  }
  const made: Record<Exclude<typeof value, "missing">, unknown> = {
    null: null,
    "empty text": "",
    text: "odd",
    "half an emoji": "Balloon \ud83c",
    NUL: "a\0b",
    "empty list": [],
    list: ["odd", 1],
    "empty map": {},
    map: { odd: 1 },
    zero: 0,
    "minus one": -1,
    fraction: 1.5,
    "beyond all numbers": "@1e999",
    true: true,
    false: false,
    nested: JSON.parse(`${"[".repeat(3_000)}${"]".repeat(3_000)}`),
    "as text": String(holder[key]),
  };
  holder[key] = made[value];
}

function relisted(list: unknown[], kind: (typeof LISTS)[number]): unknown {
  switch (kind) {
    case "twice":
      return [...list, ...list];
    case "backwards":
      return list.toReversed();
    case "first missing":
      return list.slice(1);
    case "null in it":
      return [null, ...list];
    case "as a map":
      return Object.fromEntries(list.entries());
    case "strange one in it":
      return [{ id: 987_654, name: "nobody asked for this" }, ...list];
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
