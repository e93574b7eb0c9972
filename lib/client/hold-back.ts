/** Says whether the page that is left by Back or Forward stays. */
type Hold = () => boolean;

let hold: Hold | null = null;

/**
 * Hears the browser's Back and Forward before Next.js does, which has to be asked for before it starts: listeners on a
 * window are called in the order in which they came, whatever their phase.
 */
export function hearBackFirst(): void {
  window.addEventListener("popstate", (event) => {
    if (hold?.() === true) event.stopImmediatePropagation();
  });
}

/** Asks `next` at each Back and Forward from now on; when it says so, nobody else hears of it. Call the result to stop. */
export function holdBack(next: Hold): () => void {
  hold = next;
  return () => {
    if (hold === next) hold = null;
  };
}
