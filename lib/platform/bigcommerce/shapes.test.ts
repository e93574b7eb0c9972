import { describe, expect, test } from "vitest";
import { NoAnswer, Oddities, type Read } from "./fields.ts";
import { readEmails, readHookAdminView, readHookAnswer, readHookPage, readProfile } from "./shapes.ts";

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
const read = <T>(reader: Read<T>, answer: unknown) => {
  const odd = new Oddities();
  return { read: reader(answer, odd), odd: odd.named };
};
const readOne = (given: object) => {
  const { read: page, odd } = read(readHookPage, { data: [{ ...hook, ...given }] });
  return { hook: page.hooks[0], unreadable: page.unreadable, odd };
};

describe("a hook", () => {
  test("has its times in seconds, and absent headers are none", () => {
    expect(readOne({}).hook).toMatchObject({
      headers: {},
      status: null,
      createdAt: new Date("2019-06-25T18:41:46Z"),
      updatedAt: new Date("2019-06-25T18:41:47Z"),
    });
  });

  test("may come in an envelope or bare, without client and headers", () => {
    const { client_id: _client, headers: _headers, ...bare } = hook;
    expect(read(readHookAnswer, { data: hook, meta: {} })).toEqual(read(readHookAnswer, bare));
  });

  test("may have a destination that is no address", () => {
    expect(readOne({ destination: "projects/p/topics/t" }).hook?.destination).toBe("projects/p/topics/t");
  });

  test.each([[null], [[]], [""], [undefined], [{}]])(
    "with headers %j has none, and nothing is odd",
    (headers) => {
      expect(readOne({ headers })).toMatchObject({ hook: { headers: {} }, odd: [] });
    },
  );

  test.each([
    [{ headers: ["a"] }, { headers: null }, "data[0].headers: a list"],
    [{ headers: "a: b" }, { headers: null }, "data[0].headers: text"],
    [{ is_active: "yes" }, { isActive: true }, "data[0].is_active: text"],
    [{ created_at: "today" }, { createdAt: null }, "data[0].created_at: text"],
    [{ updated_at: -1 }, { updatedAt: new Date("2019-06-25T18:41:46Z") }, "data[0].updated_at: a number"],
    [{ status: 5 }, { status: null }, "data[0].status: a number"],
  ])("with %j is read without that field, which is named and not quoted", (given, expected, named) => {
    expect(readOne(given)).toMatchObject({ hook: expected, odd: [named] });
  });

  test.each([
    [{ is_active: 0 }, { isActive: false }],
    [{ is_active: "1" }, { isActive: true }],
    [{ id: "31588702" }, { id: 31_588_702 }],
    [{ created_at: "1561488106" }, { createdAt: new Date("2019-06-25T18:41:46Z") }],
  ])("with %j means what other writers of JSON mean by it", (given, expected) => {
    expect(readOne(given)).toMatchObject({ hook: expected, odd: [] });
  });

  test.each([
    [{ id: null }, { id: null, scope: hook.scope }],
    [{ id: 0 }, { id: null, scope: hook.scope }],
    [{ scope: 5 }, { id: hook.id, scope: null }],
    [{ destination: "" }, { id: hook.id, scope: hook.scope }],
    [{ destination: ["https://a.test"] }, { id: hook.id, scope: hook.scope }],
  ])("with %j cannot be read, and the others can", (given, expected) => {
    const { read: page, odd } = read(readHookPage, { data: [{ ...hook, ...given }, hook, null, "x"] });
    expect(page.hooks.map(({ id }) => id)).toEqual([hook.id]);
    expect(page.unreadable).toEqual([expected, { id: null, scope: null }, { id: null, scope: null }]);
    expect(odd).toHaveLength(3);
  });
});

describe("other answers", () => {
  test.each([[undefined], [null], [[]], ["<html>"], [{}], [{ data: {} }], [{ data: null }]])(
    "%j is no list of hooks",
    (answer) => {
      expect(() => readHookPage(answer, new Oddities())).toThrow(NoAnswer);
    },
  );

  test("pages that cannot be counted are told from one page", () => {
    const pages = (meta: unknown) => read(readHookPage, { data: [], meta }).read;
    expect(pages(undefined)).toMatchObject({ totalPages: 1, total: null });
    expect(pages({ pagination: { total_pages: "3", total: 700 } })).toMatchObject({
      totalPages: 3,
      total: 700,
    });
    expect(pages({ pagination: { total_pages: [], total: -1 } })).toMatchObject({
      totalPages: null,
      total: null,
    });
  });

  test("the administrative view leaves out what is odd", () => {
    const data = {
      hooks_list: [{ id: 1, status: "active" }, { id: 2 }, { id: "x", status: "active" }, null],
      blocked_domains: [
        { destination: "a.test", time_left: 60 },
        { destination: "b.test", time_left: "60" },
      ],
    };
    expect(read(readHookAdminView, { data }).read).toEqual({
      statuses: new Map([[1, "active"]]),
      blockedDomains: [{ destination: "a.test", secondsLeft: 60 }],
    });
    expect(read(readHookAdminView, { data: { hooks_list: {}, blocked_domains: null } }).read).toEqual({
      statuses: new Map(),
      blockedDomains: [],
    });
  });

  test("addresses of which one cannot be read are no answer: saving the others would lose it", () => {
    expect(read(readEmails, { data: { emails: ["a@example.com"] } }).read).toEqual(["a@example.com"]);
    expect(read(readEmails, { data: { emails: null } }).read).toEqual([]);
    expect(() => readEmails({ data: { emails: ["a@example.com", 5] } }, new Oddities())).toThrow(NoAnswer);
  });

  test.each([
    [{ domain: null }, { name: "Shop", domain: null, timezone: "America/New_York" }],
    [{ name: null }, { name: null, domain: "shop.example.com", timezone: "America/New_York" }],
    [{ name: 5 }, { name: "5", domain: "shop.example.com", timezone: "America/New_York" }],
    [{ domain: ["x"] }, { name: "Shop", domain: null, timezone: "America/New_York" }],
    [{ timezone: 5 }, { name: "Shop", domain: "shop.example.com", timezone: null }],
    [{ control_panel_base_url: "javascript:x" }, { name: "Shop", controlPanelUrl: null }],
  ])("each field of a store's profile is taken on its own: %j", (given, expected) => {
    const store = { name: "Shop", domain: "shop.example.com", timezone: { name: "America/New_York" } };
    expect(read(readProfile, { ...store, ...given }).read).toMatchObject(expected);
  });

  test("no more than ten faults of an answer are named, and all are counted", () => {
    const odd = new Oddities();
    readHookPage({ data: Array.from({ length: 50 }, () => 5) }, odd);
    expect(odd.named).toHaveLength(10);
    expect(odd.count).toBe(50);
  });
});
