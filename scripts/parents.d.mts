/** Calls back once npm has gone, however it went; never in a process that npm did not start. Call it once. */
export function whenNpmIsGone(stop: () => void): void;
