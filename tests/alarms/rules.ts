import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { PROJECT_DIR } from "#scripts/child.ts";
import { findProgram } from "#scripts/programs.ts";
import { seriesOf, type Phase } from "./series.ts";

const RULES = join(PROJECT_DIR, "deploy/prometheus/rules.yaml");
const rules = z
  .object({
    groups: z.tuple([z.object({ rules: z.array(z.object({ alert: z.string(), expr: z.string() })) })]),
  })
  .parse(parse(readFileSync(RULES, "utf8"))).groups[0].rules;

/** Every alarm of the rules. */
export const ALERTS: readonly string[] = rules.map(({ alert }) => alert);

/** Whether an alarm is to ring at the end of the last of some phases. */
export interface Expectation {
  alert: string;
  phases: readonly Phase[];
  isRinging: boolean;
}

/** The tool of Prometheus's that tries rules on series; undefined where this machine has none. */
export const findPromtool = () => findProgram("promtool");

/**
 * Asks it, by the rules as they are shipped, whether alarms are as expected.
 * @returns what it says against that; null when all are.
 * @throws when it is not there.
 */
export async function objections(expected: readonly Expectation[]): Promise<string | null> {
  const promtool = findPromtool();
  if (promtool === undefined) throw new Error("promtool is missing: Debian has it in the package prometheus");
  const folder = mkdtempSync(join(tmpdir(), "webhook-keeper-alarms-"));
  const file = join(folder, "alarms.yaml");
  const asked = { rule_files: [RULES], evaluation_interval: "5m", tests: expected.map(asTest) };
  try {
    // JSON is YAML.
    writeFileSync(file, JSON.stringify(asked));
    await promisify(execFile)(promtool, ["test", "rules", file]);
    return null;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string }; // as execFile fails
    return `${stdout}${stderr}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether an alarm rings at the end of the last phase. @throws when Prometheus's tool says neither. */
export async function rings(alert: string, phases: readonly Phase[]): Promise<boolean> {
  const against = await objections([{ alert, phases, isRinging: true }]);
  if (against === null) return true;
  const isQuiet = (await objections([{ alert, phases, isRinging: false }])) === null;
  if (!isQuiet) throw new Error(against);
  return false;
}

function asTest({ alert, phases, isRinging }: Expectation) {
  const expr = rules.find((rule) => rule.alert === alert)?.expr ?? "";
  const names = [...expr.matchAll(/\b(?:webhook_keeper|nodejs|process)_\w+|\bup\b/g)].map(([name]) => name);
  const minutes = phases.reduce((sum, phase) => sum + phase.minutes, 0);
  return {
    name: `${alert} is ${isRinging ? "to ring" : "to be quiet"} after ${phases.length} phases`,
    interval: "1m",
    input_series: seriesOf(phases, new Set(names)),
    promql_expr_test: [
      {
        expr: `count(ALERTS{alertname="${alert}", alertstate="firing"}) > bool 0 or vector(0)`,
        eval_time: `${minutes - 1}m`,
        exp_samples: [{ labels: "{}", value: Number(isRinging) }],
      },
    ],
  };
}
