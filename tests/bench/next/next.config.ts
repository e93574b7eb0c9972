import { resolve } from "node:path";
import type { NextConfig } from "next";

/** Three routes side by side, built as the product is: an empty one, a naive receiver, and the product's own route door. */
const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["pg", "graphile-worker", "pino", "@prisma/client", "@prisma/adapter-pg"],
  typescript: { ignoreBuildErrors: true },
  turbopack: { root: resolve(import.meta.dirname, "../../..") },
  agentRules: false,
};

export default config;
