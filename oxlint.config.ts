import { defineConfig, type OxlintOverride } from "oxlint";

/**
 * The storeys of the product, from top to bottom. Each may import what lies below it, never above it, and of its own
 * line only its own folder; `docs/architecture.md` says what each is for. `tests/structure/folders.test.ts` holds the
 * folders inside a storey.
 */
const STOREYS: readonly (readonly string[])[] = [
  ["app"],
  ["components", "lib/http", "lib/jobs"],
  ["lib/callbacks", "lib/screens"],
  ["lib/features"],
  ["lib/platform", "lib/client"],
  ["lib/tracing"],
  ["lib/messages", "lib/log", "lib/metrics"],
  ["lib/catalogue", "lib/config"],
  ["lib/crypto", "lib/builds"],
  ["lib/contract"],
];

interface Rule {
  group: string[];
  message: string;
}

const BY_NAME: Rule = {
  group: ["../*", "../**", "@/**"],
  message: "Across folders import by #name, never ../",
};
const APART: Rule = {
  group: ["#tests/**", "#simulator/**", "#scripts/**"],
  message: "The product knows no tests, scripts or simulator",
};
const NO_NEXT: Rule = { group: ["next", "next/**"], message: "Of lib only http and client know Next.js" };
const NO_TABLES: Rule = {
  group: [
    "#lib/platform/db/**",
    ...["notifications", "channels", "transaction", "lock", "unstorable"].map(
      (name) => `!#lib/platform/db/${name}.ts`,
    ),
  ],
  message: "Only *.records.ts, commit.ts, partitions.ts, platform and jobs touch the tables",
};
const SERVER_ONLY: Rule = {
  group: ["node:*", "node:*/**", "pg", "pino", "graphile-worker", "@prisma/**", "next-auth", "next-auth/**"],
  message: "Not in the browser",
};
const SERVER_TEXTS: Rule = {
  group: ["#lib/messages/*/server/**", "#lib/messages/here.ts"],
  message: "The server's texts are not for the browser",
};

const only = (names: readonly string[], message: string): Rule => ({
  group: ["#*/**", "!#lib/time.ts", ...names.map((name) => `!#${name}/**`)],
  message,
});
const limit = (files: string[], ...patterns: Rule[]): OxlintOverride => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns }] },
});

/** What a folder of a storey may not import: what lies above it, and its neighbours on the same line. */
function above(folder: string): Rule {
  const line = STOREYS.findIndex((names) => names.includes(folder));
  const names = STOREYS.slice(0, line + 1)
    .flat()
    .filter((name) => name !== folder);
  return { group: names.map((name) => `#${name}/**`), message: `${folder} imports only from lower storeys` };
}

/** Rules of a storey besides its place. */
const MORE: Readonly<Record<string, readonly Rule[]>> = {
  app: [{ group: ["#lib/platform/db/**"], message: "Routes and pages ask a feature, never the database" }],
  components: [
    only(
      ["components", "lib/client", "lib/messages", "lib/catalogue", "lib/contract"],
      "Components import client, messages, catalogue, contract and each other",
    ),
    SERVER_ONLY,
    SERVER_TEXTS,
  ],
  "lib/http": [NO_TABLES],
  "lib/jobs": [NO_NEXT],
  "lib/callbacks": [NO_NEXT, NO_TABLES],
  "lib/screens": [NO_NEXT, NO_TABLES],
  "lib/features": [NO_NEXT, NO_TABLES],
  "lib/platform": [NO_NEXT],
  "lib/client": [
    only(
      ["lib/client", "lib/messages", "lib/catalogue", "lib/contract"],
      "The browser's side knows no server",
    ),
    SERVER_ONLY,
    SERVER_TEXTS,
  ],
  "lib/messages": [NO_NEXT],
  "lib/log": [NO_NEXT],
  "lib/tracing": [NO_NEXT],
  "lib/metrics": [NO_NEXT],
  "lib/catalogue": [NO_NEXT],
  "lib/config": [NO_NEXT],
  "lib/crypto": [NO_NEXT],
  "lib/builds": [NO_NEXT],
  "lib/contract": [
    {
      group: ["*", "!zod", "!./*", "!./values/*", "!#lib/contract/**"],
      message: "The contract imports zod alone",
    },
  ],
};

const rulesOf = (folder: string): Rule[] => [BY_NAME, APART, above(folder), ...(MORE[folder] ?? [])];
const storeys = STOREYS.flat().map((folder) => limit([`${folder}/**`], ...rulesOf(folder)));

export default defineConfig({
  plugins: [
    "eslint",
    "typescript",
    "unicorn",
    "oxc",
    "import",
    "react",
    "jsx-a11y",
    "nextjs",
    "node",
    "promise",
  ],
  categories: { correctness: "error", suspicious: "error" },
  options: { typeAware: true },
  env: { node: true, browser: true, es2024: true },
  settings: { next: { rootDir: "." }, react: { version: "19.3" } },
  ignorePatterns: ["lib/platform/db/generated/**", ".next*/**", ".data*/**", "next-env.d.ts"],
  rules: {
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "typescript/no-floating-promises": "error",
    "typescript/no-misused-promises": "error",
    "typescript/only-throw-error": "error",
    "typescript/switch-exhaustiveness-check": "error",
    "typescript/consistent-type-imports": "error",
    "react/rules-of-hooks": "error",
    "react/exhaustive-deps": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "node/no-process-env": "error",
    "no-console": "error",
    "max-lines": ["error", { max: 220, skipComments: true, skipBlankLines: true }],
    "react/react-in-jsx-scope": "off",
    "import/no-unassigned-import": "off",
    "import/no-named-as-default": "off",
    "import/no-named-as-default-member": "off",
    "unicorn/consistent-function-scoping": "off",
    "jsx-a11y/prefer-tag-over-role": "off",
    "typescript/consistent-return": "off",
    "typescript/no-unsafe-type-assertion": "off",
    "typescript/unbound-method": "off",
    "eslint/no-underscore-dangle": "off",
    "promise/no-promise-in-callback": "off",
    "promise/always-return": "off",
    "react/exhaustive-effect-dependencies": "off",
    "react/memo-dependencies": "off",
    "react/jsx-no-literals": ["error", { allowedStrings: [".", ",", ":", "(", ")", "·"] }],
  },
  overrides: [
    limit(["{app,components,lib}/**", "*.ts", "next.config.mjs"], BY_NAME, APART),
    ...storeys,
    limit(
      ["lib/features/**/{records,*.records,commit,partitions}.ts"],
      ...rulesOf("lib/features").filter((rule) => rule !== NO_TABLES),
    ),
    limit(
      ["lib/screens/**/{records,*.records}.ts"],
      ...rulesOf("lib/screens").filter((rule) => rule !== NO_TABLES),
    ),
    limit(["lib/contract/values/**"], { group: ["*", "!./*"], message: "Values are loaded without zod" }),
    limit(["simulator/**"], BY_NAME, {
      group: ["#app/**", "#components/**", "#lib/**", "#scripts/**", "#tests/**"],
      message: "The simulator knows nothing of the product",
    }),
    {
      files: ["**/*.test.{ts,tsx}", "tests/**", "scripts/**"],
      rules: { "no-restricted-imports": ["error", { patterns: [BY_NAME] }], "node/no-process-env": "off" },
    },
    {
      files: [
        "lib/config/config.ts",
        "simulator/config.ts",
        "*.config.ts",
        "next.config.mjs",
        "proxy.ts",
        "server.ts",
        "instrumentation.ts",
        "lib/builds/own.ts",
      ],
      rules: { "node/no-process-env": "off" },
    },
    {
      files: ["lib/catalogue/**", "lib/messages/*/event-types.ts", "**/*.test.{ts,tsx}", "tests/**"],
      rules: { "max-lines": "off", "react/rules-of-hooks": "off" },
    },
  ],
});
