/**
 * Collects what a browser complains about while a story runs: console errors and warnings, errors of pages, failed
 * requests. A story announces the ones that belong to it.
 */
export class Watch {
  readonly #seen: string[] = [];
  readonly #announced: RegExp[] = [];

  saw(complaint: string): void {
    this.#seen.push(complaint);
  }

  announce(patterns: readonly RegExp[]): void {
    this.#announced.push(...patterns);
  }

  /** Complaints that nobody announced, and announcements that nothing came of. */
  faults(): string[] {
    const strangers = this.#seen.filter((line) => !this.#announced.some((pattern) => pattern.test(line)));
    const idle = this.#announced.filter((pattern) => !this.#seen.some((line) => pattern.test(line)));
    return [...strangers, ...idle.map((pattern) => `announced, but it never came: ${pattern}`)];
  }
}
