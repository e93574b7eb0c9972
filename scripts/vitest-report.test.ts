import { expect, test } from "vitest";
import { countOf, filesToRunAgain, readVitestReport } from "./vitest-report.ts";

/** A report in which a file passed or failed with so many tests. */
function reportOf(
  files: readonly (readonly [name: string, passed: number, failed: number])[],
  success?: boolean,
) {
  const testResults = files.map(([name, passed, failed]) => ({
    name,
    status: failed > 0 ? "failed" : "passed",
    assertionResults: [
      ...Array.from({ length: passed }, () => ({ status: "passed" })),
      ...Array.from({ length: failed }, () => ({ status: "failed" })),
    ],
  }));
  const sum = (at: 1 | 2) => files.reduce((total, file) => total + file[at], 0);
  const numbers = { numPassedTests: sum(1), numFailedTests: sum(2) };
  return readVitestReport(
    JSON.stringify({ ...numbers, success: success ?? numbers.numFailedTests === 0, testResults }),
  );
}

test("a file that failed is run again, and its second run counts", () => {
  const first = reportOf([
    ["/a.test.ts", 3, 0],
    ["/b.test.ts", 4, 1],
    ["/b.test.ts", 5, 0],
  ]);
  expect(filesToRunAgain(first)).toEqual(["/b.test.ts"]);
  const good = reportOf([
    ["/b.test.ts", 5, 0],
    ["/b.test.ts", 5, 0],
  ]);
  expect(countOf(first, good)).toEqual({ passed: 13, failed: 0 });
  const bad = reportOf([
    ["/b.test.ts", 3, 2],
    ["/b.test.ts", 5, 0],
  ]);
  expect(countOf(first, bad)).toEqual({ passed: 11, failed: 2 });
});

test("nothing is run again that passed, that is no chance, or that failed outside of a test", () => {
  const passed = reportOf([["/a.test.ts", 3, 0]]);
  expect(filesToRunAgain(passed)).toEqual([]);
  expect(countOf(passed)).toEqual({ passed: 3, failed: 0 });
  const many = reportOf(["/a", "/b", "/c", "/d"].map((name) => [name, 1, 1] as const));
  expect(filesToRunAgain(many)).toEqual([]);
  expect(countOf(many)).toEqual({ passed: 4, failed: 4 });
  const outside = reportOf([["/a.test.ts", 3, 0]], false);
  expect(filesToRunAgain(outside)).toEqual([]);
  expect(countOf(outside)).toEqual({ passed: 3, failed: 1 });
});

test("a second run that fails outside of a test is a failure", () => {
  const first = reportOf([["/a.test.ts", 3, 1]]);
  expect(countOf(first, reportOf([["/a.test.ts", 4, 0]], false))).toEqual({ passed: 4, failed: 1 });
});
