import { csvLine } from "#lib/csv.ts";
import { fileResponse } from "./file-response.ts";

/**
 * A CSV file for download, sent as its rows are read.
 * @param name Plain ASCII without quotes.
 */
export function csvResponse(
  name: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Response {
  async function* lines() {
    yield csvLine(columns);
    for await (const cells of rows) yield csvLine(cells);
  }
  return fileResponse({ name, contentType: "text/csv; charset=utf-8; header=present", parts: lines() });
}
