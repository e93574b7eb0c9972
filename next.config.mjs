// @ts-check
// JavaScript, because every start reads it: from TypeScript Next.js would need its compiler for that, and fetch one where
// the packages that build are left out.
import { basename } from "node:path";

/** Where a build is made or served, each in a folder that has its name; the development server and types have none. */
const buildDir = process.env.NEXT_DIST_DIR;
const build = buildDir && basename(buildDir).replaceAll(/[^\w-]/g, "-");

/** The public host of the app; of use to `next dev` alone. */
const tunnel = URL.parse(process.env.APP_URL ?? "")?.hostname;

/** @type {import("next").NextConfig} */
const config = {
  ...(build && {
    distDir: buildDir,
    // The same wherever it is built. A page that learns of another one is loaded whole at its next step.
    generateBuildId: () => build,
    deploymentId: build,
  }),
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles are in the page's language, which is asked for. They come in the head all the same, not streamed after the body.
  htmlLimitedBots: /.*/,
  // No page has pictures of its own to resize; without this anybody could have the app do it.
  images: { unoptimized: true },
  compiler: { styledComponents: true },
  // Native or process-wide parts: bundling them would give each bundle a pool and a worker of its own.
  serverExternalPackages: [
    "pg",
    "graphile-worker",
    "pino",
    "prom-client",
    "@opentelemetry/api",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace",
    "undici",
    "@prisma/client",
    "@prisma/adapter-pg",
  ],
  // `npm test` checks the types of everything; a first start need not wait for it.
  // A file that extends another one is left as it is; in any other, Next.js would write down the folder of each build.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.next.json" },
  // The simulator frames the app from 127.0.0.1, another site than localhost. A tunnel leads here from a host of its own.
  allowedDevOrigins: ["127.0.0.1", "localhost", ...(tunnel ? [tunnel] : [])],
  // A callback's query holds a code or a signed token, which no log may show; only `next dev` logs requests.
  logging: { incomingRequests: { ignore: [/^\/api\/bigcommerce\//] } },
  // Every build has a folder of its own, so that nothing would be built upon what it leaves behind.
  experimental: { agentUpgrade: false, turbopackFileSystemCacheForBuild: false },
  agentRules: false,
};

export default config;
