import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { collectDefaultMetrics, Registry } from "prom-client";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { metrics } from "#lib/metrics/metrics.ts";
import { ALARM_CASES } from "#tests/fixtures/alarms.ts";
import { PROJECT_DIR } from "./child.ts";
import { findProgram } from "./programs.ts";

const read = (path: string) => readFileSync(join(PROJECT_DIR, path), "utf8");
const RULES = "deploy/prometheus/rules.yaml";

const Rule = z.strictObject({
  alert: z.string().regex(/^[A-Z]\w+$/),
  expr: z.string(),
  for: z.string(),
  labels: z.strictObject({ severity: z.enum(["page", "ticket"]) }),
  annotations: z.strictObject({ summary: z.string(), runbook_url: z.string() }),
});
const rules = z.object({ groups: z.tuple([z.object({ rules: z.array(Rule) })]) }).parse(parse(read(RULES)))
  .groups[0].rules;
const board = z
  .object({
    panels: z.array(
      z.object({
        id: z.number(),
        title: z.string(),
        targets: z.array(z.object({ expr: z.string() })).default([]),
      }),
    ),
  })
  .parse(JSON.parse(read("deploy/grafana/webhook-keeper.json")));
const expressions = board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** Every series that a process tells. */
async function seriesTold(): Promise<Set<string>> {
  const ofNode = new Registry();
  collectDefaultMetrics({ register: ofNode });
  onTestFinished(() => ofNode.clear());
  const families = [...(await metrics().registry.getMetricsAsJSON()), ...(await ofNode.getMetricsAsJSON())];
  return new Set(
    families.flatMap(({ name, type }) =>
      // Cast: the library's types call it an enumeration, and give its texts.
      String(type) === "histogram" ? ["_bucket", "_sum", "_count"].map((end) => name + end) : [name],
    ),
  );
}

/** The series that an expression names. */
const named = (expr: string) =>
  [...expr.matchAll(/\b(?:webhook_keeper|nodejs|process)_\w+/g)].map(([name]) => name);

test("every alarm has its part in the runbook, which has no other parts", () => {
  const parts = [...read("docs/runbook.md").matchAll(/^## (\w+)$/gm)].map(([, name]) => name ?? "");
  expect(parts).toEqual(rules.map(({ alert }) => alert));
  for (const { alert, annotations } of rules)
    expect(annotations.runbook_url).toBe(`docs/runbook.md#${alert.toLowerCase()}`);
  for (const part of read("docs/runbook.md").split(/^## /m).slice(1))
    for (const heading of ["**Merchants**", "**Look**", "**Do**", "**Over**"])
      expect(part).toContain(heading);
});

test("alarms and board name only what a process tells, and no panel stands twice", async () => {
  const told = await seriesTold();
  const wanted = [...rules.map(({ expr }) => expr), ...expressions].flatMap(named);
  expect(wanted.length).toBeGreaterThan(60);
  expect(wanted.filter((name) => !told.has(name))).toEqual([]);
  expect(new Set(board.panels.map(({ id }) => id)).size).toBe(board.panels.length);
  // What nobody looks at need not be told.
  const shown = new Set(wanted.map((name) => name.replace(/_(?:bucket|sum|count)$/, "")));
  const unseen = metrics()
    .registry.getMetricsAsArray()
    .filter(({ name }) => name.startsWith("webhook_keeper_") && !shown.has(name));
  expect(unseen.map(({ name }) => name)).toEqual([]);
});

test("every alarm has what provokes it", () => {
  expect(ALARM_CASES.map(({ alert }) => alert)).toEqual(rules.map(({ alert }) => alert));
});

test("every alarm rings when it is provoked, is quiet before and afterwards, and Prometheus takes the rules", () => {
  const promtool = findProgram("promtool");
  if (promtool === undefined) return;
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-alarms-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const run = (args: string[]) => {
    const { status, stdout, stderr } = spawnSync(promtool, args, { encoding: "utf8" });
    return status === 0 ? "" : `${stdout}${stderr}`;
  };
  expect(run(["check", "rules", join(PROJECT_DIR, RULES)])).toBe("");
  const tests = ALARM_CASES.map(({ alert, series, labels, ringsAtMinute = 110 }) => {
    const rule = rules.find((each) => each.alert === alert);
    const rings = { exp_labels: { ...labels, ...rule?.labels }, exp_annotations: rule?.annotations };
    const at = (minute: number, alerts: unknown[]) => ({
      eval_time: `${minute}m`,
      alertname: alert,
      exp_alerts: alerts,
    });
    return {
      name: alert,
      interval: "1m",
      input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
      alert_rule_test: [at(40, []), at(ringsAtMinute, [rings]), at(170, [])],
    };
  });
  const file = join(folder, "alarms.yaml");
  // JSON is YAML.
  writeFileSync(
    file,
    JSON.stringify({ rule_files: [join(PROJECT_DIR, RULES)], evaluation_interval: "5m", tests }),
  );
  expect(run(["test", "rules", file])).toBe("");
});
