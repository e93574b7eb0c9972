import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GUIDE_CHAPTERS } from "#lib/contract/values/guide.ts";
import { guidePage, type Chapter } from "./guide-page.ts";

const GUIDE_DIR = "docs/guide";
const KINDS: Readonly<Record<string, string>> = { png: "image/png", svg: "image/svg+xml" };

const placeOf = (...names: string[]) => join(/* turbopackIgnore: true */ process.cwd(), GUIDE_DIR, ...names);

/**
 * The guide for merchants, which lies beside the app.
 * @param styleNonce Of the page's policy.
 * @throws Error when a file of it is missing
 */
export async function guideAsPage(styleNonce: string): Promise<Response> {
  const chapters: Chapter[] = await Promise.all(
    GUIDE_CHAPTERS.map(async (name) => ({ name, markdown: await readFile(placeOf(`${name}.md`), "utf8") })),
  );
  return new Response(guidePage(chapters, styleNonce), {
    headers: { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** A picture of the guide; 404 for any other name. */
export async function guidePicture(name: string): Promise<Response> {
  const [, kind = ""] = /^[a-z-]+\.(png|svg)$/.exec(name) ?? [];
  const bytes = kind === "" ? null : await readFile(placeOf("pictures", name)).catch(() => null);
  if (bytes === null) return new Response(null, { status: 404 });
  return new Response(bytes, {
    headers: { "Content-Type": KINDS[kind] ?? "", "Cache-Control": "public, max-age=3600" },
  });
}
