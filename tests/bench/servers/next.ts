// Serves the benchmark's Next.js routes the way the product's custom server serves its own.
import { createServer } from "node:http";
import { resolve } from "node:path";
import next from "next";

const port = Number(process.env.PORT);
const server = createServer();
const app = next({
  dev: false,
  dir: resolve(import.meta.dirname, "../next"),
  port,
  hostname: "localhost",
  httpServer: server,
});
await app.prepare();
const handle = app.getRequestHandler();
server.on("request", (request, response) => void handle(request, response));
server.listen(port, () => process.send?.({ type: "ready" }));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
