import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "./lab.ts";

/** Pages that V8 no longer needs go back to the system some seconds after a collection. */
const RETURN_MS = 10_000;

/** Has a process of the lab opened to {@link collected}: settings to start it with, and where to ask. */
export async function inspectable(): Promise<{ settings: Record<string, string>; inspector: string }> {
  const inspector = `127.0.0.1:${await freePort()}`;
  return { settings: { NODE_OPTIONS: `--inspect=${inspector}` }, inspector };
}

/**
 * Has a process collect its garbage and give back what memory that leaves. What its heap holds then it needs, or leaks.
 * @returns bytes of its heap in use, buffers included.
 */
export async function collected(inspector: string): Promise<number> {
  // Cast: so the inspector of Node.js answers. Source: Node.js docs, Debugger.
  const [target] = (await (await fetch(`http://${inspector}/json/list`)).json()) as {
    webSocketDebuggerUrl: string;
  }[];
  const socket = new WebSocket(target?.webSocketDebuggerUrl ?? "");
  await once(socket, "open");
  const ask = async (method: string): Promise<Record<string, number>> => {
    socket.send(JSON.stringify({ id: 1, method }));
    // Cast: the answer to the one question that is under way. Source: Chrome DevTools Protocol, HeapProfiler and Runtime.
    return (JSON.parse(String((await once(socket, "message")).data)) as { result: Record<string, number> })
      .result;
  };
  await ask("HeapProfiler.collectGarbage");
  const { usedSize = 0, backingStorageSize = 0 } = await ask("Runtime.getHeapUsage");
  socket.close();
  await pause(RETURN_MS);
  return usedSize + backingStorageSize;
}

function once(socket: WebSocket, type: "open" | "message"): Promise<MessageEvent> {
  return new Promise((resolve, reject) => {
    socket.addEventListener(type, (event) => resolve(event as MessageEvent), { once: true });
    socket.addEventListener("error", () => reject(new Error("the inspector hung up")), { once: true });
  });
}
