import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { deliveryCurl } from "./delivery-curl.ts";

test("a shell takes the command apart as it was meant, quotes and all", () => {
  const body = `{"name":"It's $HOME \`x\`"}`;
  const command = deliveryCurl(
    { url: "https://warehouse.example/in?a='b'" },
    { id: "e1", scope: "store/order/created", body },
  );
  const script = `curl() { for each in "$@"; do printf '%s\\n' "$each"; done; }\n${command}`;
  expect(execFileSync("sh", ["-c", script], { encoding: "utf8" }).trimEnd().split("\n")).toEqual([
    "--include",
    "https://warehouse.example/in?a='b'",
    "-H",
    "content-type: application/json",
    "-H",
    "webhook-id: e1",
    "-H",
    "x-webhook-keeper-event-type: store/order/created",
    "--data-raw",
    body,
  ]);
});
