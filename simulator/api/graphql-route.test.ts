import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "#simulator/server.ts";
import { installedStore, testSimulator } from "#tests/support/simulator.ts";

let simulator: Simulator;
let token: string;
beforeEach(async () => {
  simulator = await testSimulator();
  ({ token } = await installedStore(simulator));
});
afterEach(() => simulator.close());

async function ask(query: string, variables: object = {}) {
  const response = await fetch(`${simulator.url}/stores/abc123/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-auth-token": token },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, answer: await response.json() };
}
const create = (change: object = {}) =>
  ask(
    `mutation AppExtension($input: CreateAppExtensionInput!) {
      appExtension { createAppExtension(input: $input) { appExtension { id url label { defaultValue } } } }
    }`,
    {
      input: {
        context: "PANEL",
        model: "ORDERS",
        url: "/orders/${id}",
        label: { defaultValue: "Notes" },
        ...change,
      },
    },
  );

test("App Extensions are made, listed, changed and taken away as BigCommerce documents it", async () => {
  const { answer } = await create();
  const { id, ...made } = answer.data.appExtension.createAppExtension.appExtension;
  expect(id).toMatch(/^bc\/store\/appExtension\/\d+$/);
  expect(made).toEqual({ url: "/orders/${id}", label: { defaultValue: "Notes" } });
  await ask(
    `mutation AppExtension($input: UpdateAppExtensionInput!) {
      appExtension { updateAppExtension(input: $input) { appExtension { id } } }
    }`,
    { input: { id, data: { url: "/notes/${id}" } } },
  );
  const list = "query { store { appExtensions { edges { node { id url model } } } } }";
  expect((await ask(list)).answer.data.store.appExtensions.edges).toEqual([
    { node: { id, url: "/notes/${id}", model: "ORDERS" } },
  ]);
  const { answer: gone } = await ask(
    `mutation AppExtension($input: DeleteAppExtensionInput!) {
      appExtension { deleteAppExtension(input: $input) { deletedAppExtensionId } }
    }`,
    { input: { id } },
  );
  expect(gone.data.appExtension.deleteAppExtension.deletedAppExtensionId).toBe(id);
  expect((await ask(list)).answer.data.store.appExtensions.edges).toEqual([]);
});

test("a third one of a list, a long address, an unknown list and an unknown field are refused in the answer", async () => {
  await create();
  await create();
  const answers = await Promise.all([
    create(),
    create({ model: "CUSTOMERS", url: `/${"x".repeat(255)}` }),
    create({ model: "CARTS" }),
    ask("query { store { carts } }"),
  ]);
  for (const { status, answer } of answers)
    expect([status, answer.errors[0].message]).toEqual([200, expect.any(String)]);
  expect(simulator.world.state.extensions).toHaveLength(2);
});

test("without the scope there is nothing to be asked", async () => {
  const { installation } = simulator.world.store("abc123") ?? {};
  if (installation) installation.scopes = ["store_v2_orders_read_only"];
  expect((await ask("query { store { appExtensions { edges { node { id } } } } }")).status).toBe(403);
});
