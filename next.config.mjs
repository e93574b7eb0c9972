// @ts-check
// JavaScript, because every start reads it: from TypeScript Next.js would need its compiler for that, and fetch one where
// the packages that build are left out.

/** @type {import("next").NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Titles are in the page's language, which is asked for. They come in the head all the same, not streamed after the body.
  htmlLimitedBots: /.*/,
  // No page has pictures of its own to resize; without this anybody could have the app do it.
  images: { unoptimized: true },
  compiler: { styledComponents: true },
  // Native or process-wide parts: bundling them would give each bundle a pool and a worker of its own.
  serverExternalPackages: ["pg", "graphile-worker", "pino", "@prisma/client", "@prisma/adapter-pg"],
  // `npm test` checks the types of everything; a first start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // The simulator frames the app from 127.0.0.1, another site than localhost.
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  // A callback's query holds a code or a signed token, which no log may show; only `next dev` logs requests.
  logging: { incomingRequests: { ignore: [/^\/api\/bigcommerce\//] } },
  experimental: { agentUpgrade: false },
  agentRules: false,
};

export default config;
