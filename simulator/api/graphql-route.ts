import { buildSchema, graphql } from "graphql";
import { Hono } from "hono";
import { z } from "zod";
import type { SimulatedExtension } from "#simulator/world/extension.ts";
import { strikes } from "#simulator/world/faults.ts";
import type { World } from "#simulator/world/world.ts";
import { changeExtension, extensionsOf, makeExtension, removeExtension } from "./extensions.ts";
import type { GateEnv } from "./gate.ts";
import { inputInvalid, problemResponse } from "./problems.ts";

/** The part of GraphQL Admin that is about App Extensions. Source: BigCommerce docs, App Extensions guide and GraphQL Admin reference. */
const SCHEMA = buildSchema(`
  type Query { store: Store! }
  type Store { appExtensions(first: Int, after: String): AppExtensionConnection! }
  type AppExtensionConnection { edges: [AppExtensionEdge!] }
  type AppExtensionEdge { node: AppExtension! }
  enum AppExtensionModel { CUSTOMERS ORDERS PRODUCTS }
  enum AppExtensionContext { LINK PANEL }
  type AppExtension {
    id: ID!
    model: AppExtensionModel!
    context: AppExtensionContext!
    url: String!
    label: AppExtensionLabel!
  }
  type AppExtensionLabel { defaultValue: String!, locales: [AppExtensionLocaleLabel!]! }
  type AppExtensionLocaleLabel { localeCode: String!, value: String! }
  type Mutation { appExtension: AppExtensionMutations! }
  type AppExtensionMutations {
    createAppExtension(input: CreateAppExtensionInput!): AppExtensionPayload
    updateAppExtension(input: UpdateAppExtensionInput!): AppExtensionPayload
    deleteAppExtension(input: DeleteAppExtensionInput!): DeleteAppExtensionPayload
  }
  type AppExtensionPayload { appExtension: AppExtension }
  type DeleteAppExtensionPayload { deletedAppExtensionId: ID }
  input AppExtensionLocaleLabelInput { localeCode: String!, value: String! }
  input AppExtensionLabelInput { defaultValue: String!, locales: [AppExtensionLocaleLabelInput!] = [] }
  input CreateAppExtensionInput {
    model: AppExtensionModel!
    context: AppExtensionContext!
    url: String!
    label: AppExtensionLabelInput!
  }
  input UpdateAppExtensionDataInput { url: String, label: AppExtensionLabelInput }
  input UpdateAppExtensionInput { id: ID!, data: UpdateAppExtensionDataInput! }
  input DeleteAppExtensionInput { id: ID! }
`);

const Request = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

interface Input<T> {
  input: T;
}
type Fields = Pick<SimulatedExtension, "model" | "context" | "url" | "label">;

/** GraphQL Admin of one store, for one client. What it refuses it says in `errors`, with the status 200. */
export function graphqlRoute(world: World): Hono<GateEnv> {
  const routes = new Hono<GateEnv>();
  routes.post("/", async (context) => {
    const request = Request.safeParse(await context.req.json().catch(() => undefined));
    if (!request.success) return problemResponse(inputInvalid());
    if (strikes(world.state.faults.graphql))
      return context.json({ data: null, errors: [{ message: "Something went wrong. Try again later." }] });
    const owner = { storeHash: context.get("store").hash, clientId: context.get("clientId") };
    const { query, variables } = request.data;
    const result = await graphql({
      schema: SCHEMA,
      source: query,
      variableValues: variables ?? null,
      rootValue: rootOf(world, owner),
    });
    return context.json(result);
  });
  return routes;
}

function rootOf(world: World, owner: Pick<SimulatedExtension, "storeHash" | "clientId">) {
  return {
    store: { appExtensions: () => ({ edges: extensionsOf(world, owner).map((node) => ({ node })) }) },
    appExtension: {
      createAppExtension: ({ input }: Input<Fields>) => ({
        appExtension: makeExtension(world, { ...owner, ...input }),
      }),
      updateAppExtension: ({ input: { id, data } }: Input<{ id: string; data: Partial<Fields> }>) => ({
        appExtension: changeExtension(world, owner, id, data),
      }),
      deleteAppExtension: ({ input: { id } }: Input<{ id: string }>) => {
        removeExtension(world, owner, id);
        return { deletedAppExtensionId: id };
      },
    },
  };
}
