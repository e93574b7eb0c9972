import { processWide } from "#lib/process-wide.ts";

const state = processWide("stopping", () => ({ isStopping: false }));

/** Says, from now on, that this process is about to end. There is no way back. */
export function announceStop(): void {
  state.isStopping = true;
}

/** Whether this process is about to end. */
export const isStopping = (): boolean => state.isStopping;
