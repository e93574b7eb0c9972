// Import first in a test file whose app has metrics.
import { randomBytes } from "node:crypto";

export const METRICS_TOKEN = randomBytes(24).toString("base64url");
process.env.METRICS_TOKEN = METRICS_TOKEN;
