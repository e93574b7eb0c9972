/** How far back the log is read. `custom` goes by two times of its own. */
export const TIME_RANGES = ["1h", "24h", "7d", "30d", "custom"] as const;

export type TimeRange = (typeof TIME_RANGES)[number];
