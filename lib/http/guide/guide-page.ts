import { Marked, type Tokens } from "marked";
import { GUIDE_STYLE } from "./guide-style.ts";

/** A chapter as its file in `docs/guide` has it. */
export interface Chapter {
  /** The file's name without its ending: where links to the chapter lead. */
  name: string;
  markdown: string;
}

/**
 * The guide as one page, so that a link needs no more than an address and the name of a chapter or of a heading in it.
 * Pure. The chapters are our own files, and are trusted.
 * @param styleNonce Of the page's policy; styles of another one do not apply.
 */
export function guidePage(chapters: readonly Chapter[], styleNonce: string): string {
  const contents = chapters.map(
    ({ name, markdown }) => `<li><a href="#${name}">${titleOf(markdown)}</a></li>`,
  );
  const sections = chapters.map(
    ({ name, markdown }) => `<section aria-labelledby="${name}">${chapterHtml(name, markdown)}</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta content="width=device-width" name="viewport">
<meta content="noindex" name="robots">
<link href="icon.svg" rel="icon">
<title>Webhook Keeper guide</title>
<style nonce="${styleNonce}">${GUIDE_STYLE}</style>
</head>
<body>
<nav aria-label="Chapters"><p>Webhook Keeper guide</p><ol>${contents.join("")}</ol></nav>
<main>${sections.join("")}</main>
</body>
</html>
`;
}

const titleOf = (markdown: string) => /^# (.+)$/m.exec(markdown)?.[1] ?? "";

function chapterHtml(name: string, markdown: string): string {
  const marked = new Marked({
    renderer: {
      heading({ depth, tokens, text }: Tokens.Heading) {
        const id = depth === 1 ? name : anchorOf(text);
        return `<h${depth} id="${id}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      table(token: Tokens.Table) {
        // Wider than a phone; the region scrolls, and by keyboard, too.
        const row = (cells: Tokens.TableCell[], kind: string) =>
          `<tr>${cells.map(({ tokens }) => `<${kind}>${this.parser.parseInline(tokens)}</${kind}>`).join("")}</tr>`;
        const body = token.rows.map((cells) => row(cells, "td")).join("");
        return `<div class="table" tabindex="0"><table><thead>${row(token.header, "th")}</thead><tbody>${body}</tbody></table></div>`;
      },
    },
    walkTokens(token) {
      if (token.type === "link") token.href = placeOf(String(token.href));
      if (token.type === "image") token.href = `guide/${String(token.href)}`;
    },
  });
  return marked.parse(markdown, { async: false });
}

/** Where a heading is found, as the repository's own pages name it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, "")
    .replaceAll(" ", "-");

/** A link from file to file, as a link within the page. */
const placeOf = (href: string) =>
  href.replace(/^([a-z-]+)\.md(?:#(.+))?$/, (_, file: string, heading?: string) => `#${heading ?? file}`);
