import { z } from "zod";

export interface Count {
  passed: number;
  failed: number;
}

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
  /** A file of two projects is there twice, under one name. */
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});
export type VitestReport = z.infer<typeof Report>;

/** More than these are no chance. */
const RUN_AGAIN_MAX = 3;

/** What the JSON reporter of Vitest wrote. @throws {Error} when it is no such report. */
export const readVitestReport = (text: string): VitestReport => Report.parse(JSON.parse(text));

/**
 * The files that failed, if they are few and nothing failed outside of them. Pure.
 * @returns their paths; none when there is nothing that running again could tell.
 */
export function filesToRunAgain({ success, testResults }: VitestReport): string[] {
  if (success) return [];
  const names = new Set(testResults.filter(({ status }) => status !== "passed").map(({ name }) => name));
  return names.size > RUN_AGAIN_MAX ? [] : [...names];
}

/**
 * How many tests passed and failed. Pure.
 * @param again The run of the files that failed; it says of these what counts.
 */
export function countOf(report: VitestReport, again?: VitestReport): Count {
  if (!again) {
    // A file that does not load, or a fault outside of any test, fails the run without a failed test.
    const failed = report.success ? report.numFailedTests : Math.max(report.numFailedTests, 1);
    return { passed: report.numPassedTests, failed };
  }
  const names = new Set(again.testResults.map(({ name }) => name));
  const passedThere = report.testResults
    .filter(({ name }) => names.has(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === "passed").length;
  const { passed, failed } = countOf(again);
  return { passed: report.numPassedTests - passedThere + passed, failed };
}
