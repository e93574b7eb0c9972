// Pages of somebody else's, for what they may not do.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "./fixtures.ts";

/** A site that belongs to nobody of ours. */
export interface ForeignSite {
  origin: string;
  /** Puts a page there; answers its address. */
  page(body: string): string;
}

interface Fixtures {
  /**
   * Makes a site at a loopback address. At 127.0.0.1 it is, for a browser, the same site as the control panel but another
   * origin: cookies of the app that the panel's partition holds go along with its requests. At 127.0.0.2 it is another site.
   */
  foreignSite(host: "127.0.0.1" | "127.0.0.2"): Promise<ForeignSite>;
}

export const foreignTest = test.extend<Fixtures>({
  // Playwright reads from the first parameter which fixtures are needed; this one needs none.
  // oxlint-disable-next-line no-empty-pattern
  foreignSite: async ({}, use) => {
    const servers: Server[] = [];
    await use(async (host) => {
      const pages = new Map<string, string>();
      const server = createServer((request, response) => {
        const body = pages.get(request.url ?? "");
        response.writeHead(body === undefined ? 404 : 200, { "Content-Type": "text/html; charset=utf-8" });
        response.end(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">${body ?? ""}`);
      });
      servers.push(server);
      await new Promise<void>((listening) => server.listen(0, host, listening));
      // Cast: a server that listens on a port has an address with one.
      const origin = `http://${host}:${(server.address() as AddressInfo).port}`;
      return {
        origin,
        page: (body) => {
          const path = `/${pages.size}`;
          pages.set(path, body);
          return `${origin}${path}`;
        },
      };
    });
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    }
  },
});
