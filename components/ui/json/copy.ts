/** How a copy ended: in the clipboard, or selected on the page for a person to copy. */
export type CopyOutcome = "copied" | "selected";

/**
 * Copies text. The clipboard API is refused inside a frame unless the parent page delegates it, so a hidden textarea
 * and the older command come second; when both fail the text of `fallback` is selected on the page.
 */
export async function copyText(text: string, fallback: HTMLElement | null): Promise<CopyOutcome> {
  try {
    await navigator.clipboard.writeText(text);
    return "copied";
  } catch {
    if (copyByCommand(text)) return "copied";
    if (fallback) window.getSelection()?.selectAllChildren(fallback);
    return "selected";
  }
}

function copyByCommand(text: string): boolean {
  const previous = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("readonly", "");
  Object.assign(area.style, { position: "fixed", top: "0", left: "0", opacity: "0" });
  // A dialog takes focus back from whatever lies outside it, and then nothing would be copied.
  (previous?.closest('[role="dialog"]') ?? document.body).append(area);
  area.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    area.remove();
    if (previous instanceof HTMLElement) previous.focus({ preventScroll: true });
  }
}
