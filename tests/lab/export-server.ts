// The export's route in a process of its own, for tests that look at its memory and need no build.
import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { GET } from "#app/s/[storeHash]/api/events/export/route.ts";
import { config } from "#lib/config/config.ts";

// Cast: without HTTP/2 options the adaptor always makes a plain HTTP server.
const server = createAdaptorServer({
  fetch: (request) => {
    const [, , storeHash = ""] = new URL(request.url).pathname.split("/");
    return GET(request, { params: Promise.resolve({ storeHash }) });
  },
}) as Server;

process.on("disconnect", () => process.exit(0));
server.listen(config().port, () => process.send?.({ type: "ready" }));
