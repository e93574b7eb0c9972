/** What spreadsheets take for the begin of a formula. Source: OWASP, CSV Injection. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * One line of CSV with its line end. A cell that a spreadsheet would run gets an apostrophe in front. Pure.
 * Source: RFC 4180.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/**
 * A CSV file for download, sent as its rows are read: a slow reader holds the reading up, and one who leaves ends it.
 * @param fileName Plain ASCII without quotes.
 */
export function csvResponse(
  fileName: string,
  columns: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Response {
  async function* lines() {
    yield csvLine(columns);
    for await (const cells of rows) yield csvLine(cells);
  }
  const reading = lines();
  const text = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(text.encode(value));
    },
    async cancel() {
      await reading.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": `attachment; filename="${fileName}"`,
    },
  });
}
