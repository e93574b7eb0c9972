import { openStream } from "#lib/client/fetcher/request.ts";
import { saveFile } from "./save-file.ts";

/**
 * Fetches a file with the session's own headers, which a plain link would not send, and hands it to the browser.
 * @param fileName Under which it is kept.
 * @throws {ApiProblem} when the server refuses or is out of reach.
 */
export async function download(url: string, fileName: string): Promise<void> {
  saveFile(await (await openStream(url)).blob(), fileName);
}
