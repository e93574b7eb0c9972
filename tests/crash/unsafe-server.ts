// A receiver that answers before it writes, to prove that the crash suite finds such a one.
import { createServer } from "node:http";
import { receiver } from "#lib/features/receiver/receive.ts";

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.once("end", () => {
    response.writeHead(200, { "Content-Length": "0" }).end();
    const storeHash = request.url?.split("/").at(-1) ?? "";
    // Cast: none of the suite's headers comes twice.
    const headers = request.headers as Record<string, string>;
    void receiver()
      .then((opened) => opened.receive({ storeHash, headers, body: Buffer.concat(chunks) }, new Date()))
      .catch(() => undefined);
  });
});
server.listen(Number(process.env.PORT), () => process.send?.({ type: "ready" }));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
