import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { aDestination, anEvent } from "#tests/support/forwarded.ts";
import { makeRequest } from "./request.ts";
import { TemplateBench } from "./template-bench.ts";
import { checkTemplate, runTemplate, TemplateFailed } from "./template.ts";

const INPUT = { type: "store/order/created", data: { payload: { id: 7 }, changes: [{ field: "price" }] } };

async function made(template: string, input: object = INPUT): Promise<unknown> {
  const { bytes } = await runTemplate(template, input);
  return JSON.parse(Buffer.from(bytes).toString());
}

/** The code of what a template fails with. */
async function failureOf(template: string): Promise<string> {
  const error = await runTemplate(template, INPUT).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TemplateFailed);
  return error instanceof TemplateFailed ? error.message : "";
}

/** The processes that this one started and that are there. */
const children = () =>
  readdirSync("/proc/self/task").flatMap((thread) =>
    readFileSync(`/proc/self/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
  );

describe("a template", () => {
  test("makes a body of an event and of what is known of it", async () => {
    expect(await made(`{"what": type, "id": data.payload.id, "fields": data.changes.field[]}`)).toEqual({
      what: "store/order/created",
      id: 7,
      fields: ["price"],
    });
    const settings = {
      payload: "template",
      template: `{"order": data.payload.data.id, "n": data.arrivals}`,
    } as const;
    const call = await makeRequest(aDestination({ settings }), anEvent(), { attempt: 1, now: new Date() });
    expect(Buffer.from(call.body).toString()).toBe(`{"order":1023,"n":2}`);
  });

  test.each([
    ["{", /^TEMPLATE_WRONG S\d{4} \d+$/],
    ["", /^TEMPLATE_WRONG S\d{4}/],
    ["$nothing(1)", /^TEMPLATE_WRONG T1006 \d+$/],
    [`$error("ana@example.com")`, /^TEMPLATE_WRONG D3137 \d+$/],
    ["data.nothing", /^TEMPLATE_EMPTY$/],
    [`$pad("x", 300000)`, /^TEMPLATE_TOO_LARGE$/],
  ])("%j fails by a code that tells nothing of the event", async (template, failure) => {
    expect(await failureOf(template)).toMatch(failure);
  });

  test("can be looked at without an event", async () => {
    await checkTemplate(`$nothing(1) & "x"`);
    for (const missing of [null, " "]) await checkTemplate(missing);
    await expect(checkTemplate("{")).rejects.toMatchObject({ code: "TEMPLATE_WRONG" });
  });
});

describe("a template that does not end", () => {
  test.each([
    ["loops", "($f := function($n) { $f($n + 1) }; $f(0))"],
    ["builds a billion items", "[1..1000000000]"],
    ["builds as many as the library lets it", "[1..9999999].($string($) & $string($))"],
    ["builds a text of a gigabyte", `$length($join([1..1000].$pad("x", 1000000)))`],
    [
      "doubles a text",
      `($f := function($t, $n) { $n = 0 ? $t : $f($t & $t, $n - 1) }; $length($f("xxxxxxxxxx", 40)))`,
    ],
    ["keeps all it makes", "($f := function($a) { $f($append($a, [$a])) }; $f([1]))"],
    ["looks for a pattern that backtracks", `$match("${"a".repeat(40)}!", /^(a+)+$/)`],
    ["goes deep", "($f := function($n) { 1 + $f($n + 1) }; $f(0))"],
  ])("and %s is ended and named, and the next one is made", async (_what, template) => {
    expect(await failureOf(template)).toMatch(/^TEMPLATE_TOO_(?:SLOW|LARGE)$/);
    expect(await made("1 + 1")).toBe(2);
  });

  test("is not taken for one that found its process dying", async () => {
    const bench = new TemplateBench();
    const before = new Set(children());
    const order = { template: "1 + 1", input: "{}" };
    await bench.run(order);
    const [pid, ...others] = children().filter((each) => !before.has(each));
    expect(others).toEqual([]);
    process.kill(Number(pid), "SIGKILL");
    expect(await bench.run(order)).toEqual({ text: "2" });
  });

  test("is run apart, so that no other one waits for it more than once", async () => {
    const ended: string[] = [];
    const loop = "($f := function($n) { $f($n + 2) }; $f(0))";
    const loops = Array.from({ length: 2 }, () => failureOf(loop).then(() => ended.push("loop")));
    const good = Array.from({ length: 4 }, () => made("1 + 1").then(() => ended.push("good")));
    await Promise.all([...loops, ...good]);
    expect(ended.slice(0, 5).filter((each) => each === "good")).toHaveLength(4);
  });

  test("has its process rest afterwards, where it is run apart", async () => {
    const bench = new TemplateBench({ restMs: 400 });
    const order = { template: "($f := function($n) { $f($n + 4) }; $f(0))", input: "{}" };
    expect(await bench.run(order)).toEqual({ failure: "TEMPLATE_TOO_SLOW" });
    const endedMs = performance.now();
    expect(await bench.run({ template: "1 + 1", input: "{}" })).toEqual({ text: "2" });
    expect(performance.now() - endedMs).toBeGreaterThan(390);
    const goodMs = performance.now();
    expect(await bench.run({ template: "1 + 2", input: "{}" })).toEqual({ text: "3" });
    expect(performance.now() - goodMs).toBeLessThan(390);
  });

  test("is run with the others again once it ends", async () => {
    const template = `type = "long" ? ($f := function($n) { $f($n + 3) }; $f(0)) : "short"`;
    await expect(runTemplate(template, { type: "long" })).rejects.toThrow("TEMPLATE_TOO_SLOW");
    for (let time = 0; time < 3; time++) expect(await made(template, { type: "short" })).toBe("short");
  });

  test("leaves this process to its work", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    expect(await failureOf("($f := function($n) { $f($n + 1) }; $f(0))")).toBe("TEMPLATE_TOO_SLOW");
    clearInterval(timer);
    // Had it run here, not one turn would have come; how many come else is the machine's affair.
    expect(turns).toBeGreaterThan(1);
  });
});

test("templates leave nothing behind for others, nor do they see the process", async () => {
  for (const attack of [
    `$merge([{"__proto__": {"seen": 1}}, {"constructor": {"prototype": {"seen": 1}}}])`,
    `{} ~> | $ | {"__proto__": {"seen": 1}} |`,
    `"x".constructor.prototype ~> | $ | {"seen": 1} |`,
    `$.__proto__ ~> | $ | {"seen": 1} |`,
  ])
    await runTemplate(attack, INPUT).catch(() => undefined);
  expect(
    await made(`[$exists(seen), $exists({}.seen), $exists("x".seen), $exists(process), $exists($process)]`),
  ).toEqual(Array.from({ length: 5 }, () => false));
  expect("seen" in {}).toBe(false);
});

test("many at once are made one after the other", async () => {
  const all = await Promise.all(Array.from({ length: 50 }, (_, n) => made(`n * 2`, { n })));
  expect(all).toEqual(Array.from({ length: 50 }, (_, n) => n * 2));
});
