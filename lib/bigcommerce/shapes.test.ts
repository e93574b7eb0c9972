import { describe, expect, test } from "vitest";
import { Hook, HookAnswer, StoreProfile } from "./shapes.ts";

const hook = {
  id: 31_588_702,
  client_id: "client",
  store_hash: "abc123",
  scope: "store/order/created",
  destination: "https://keeper.example.com/api/webhooks/abc123",
  headers: null,
  is_active: true,
  created_at: 1_561_488_106,
  updated_at: 1_561_488_107,
};

describe("what BigCommerce answers", () => {
  test("a hook's times are seconds, and absent headers are none", () => {
    expect(Hook.parse(hook)).toMatchObject({
      headers: {},
      status: null,
      createdAt: new Date("2019-06-25T18:41:46Z"),
      updatedAt: new Date("2019-06-25T18:41:47Z"),
    });
  });

  test("a created hook may come in an envelope or bare, without client and headers", () => {
    const { client_id: _client, headers: _headers, ...bare } = hook;
    expect(HookAnswer.parse({ data: hook, meta: {} })).toEqual(HookAnswer.parse(bare));
  });

  test("a destination that is no address is read as text", () => {
    expect(Hook.parse({ ...hook, destination: "projects/p/topics/t" }).destination).toBe(
      "projects/p/topics/t",
    );
  });

  test("a store's profile does without what is missing or odd", () => {
    const profile = StoreProfile.parse({
      name: "Shop",
      domain: "shop.example.com",
      control_panel_base_url: "",
      timezone: 5,
    });
    expect(profile).toEqual({
      name: "Shop",
      domain: "shop.example.com",
      timezone: null,
      controlPanelUrl: null,
    });
  });
});
