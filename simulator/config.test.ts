import { expect, test } from "vitest";
import { parseSimulatorConfig } from "./config.ts";

const credentials = { BIGCOMMERCE_CLIENT_ID: "id", BIGCOMMERCE_CLIENT_SECRET: "secret" };

test("credentials are all that must be given", () => {
  expect(parseSimulatorConfig(credentials)).toMatchObject({
    port: 4000,
    app: { clientId: "id", clientSecret: "secret", origin: "http://localhost:3000" },
    stateFile: expect.stringMatching(/\/\.data\/simulator\.json$/),
  });
});

test("every fault is named at once", () => {
  const parse = () => parseSimulatorConfig({ SIMULATOR_PORT: "x", APP_URL: "https://a.example/path" });
  for (const name of ["SIMULATOR_PORT", "APP_URL", "BIGCOMMERCE_CLIENT_ID", "BIGCOMMERCE_CLIENT_SECRET"])
    expect(parse).toThrow(name);
});
