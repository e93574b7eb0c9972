import { arch, cpus, platform, release, totalmem } from "node:os";

/** What a figure was measured on. */
export function machine(): Record<string, string | number> {
  const [first] = cpus();
  return {
    cores: cpus().length,
    cpu: first?.model.trim() ?? "unknown",
    memoryGigabytes: Math.round(totalmem() / 1024 ** 3),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
    measuredAt: new Date().toISOString(),
  };
}
