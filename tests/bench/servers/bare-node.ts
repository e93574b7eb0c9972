// The floor of anything on Node.js: reads the body, does nothing with it, answers.
import { createServer } from "node:http";

const server = createServer((request, response) => {
  request.resume().once("end", () => response.writeHead(200, { "Content-Length": "0" }).end());
});
server.listen(Number(process.env.PORT), () => process.send?.({ type: "ready" }));
process.on("SIGTERM", () => process.exit(0));
process.on("disconnect", () => process.exit(0));
