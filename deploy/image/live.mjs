// The image's HEALTHCHECK: exit code 0 while the app of this container serves. A database that is away is no reason to
// restart it, so it is not asked about.
// oxlint-disable-next-line node/no-process-env -- runs by itself, beside the app
const { HOST, PORT } = process.env;
const TIMEOUT_MS = 4_000;
const host = HOST?.includes(":") ? `[${HOST}]` : HOST || "127.0.0.1";
try {
  const answer = await fetch(`http://${host}:${PORT || "3000"}/api/health/live`, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  process.exitCode = answer.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}
