import { z } from "zod";

/** What a process says on standard error of being looked into. */
export const INSPECTOR_WORDS = /^(?:Debugger |For help, see: https:\/\/nodejs\.org)/;

const Targets = z.tuple([z.object({ webSocketDebuggerUrl: z.url() })]).rest(z.unknown());
const Reply = z.object({ id: z.number(), result: z.unknown() });
const Usage = z.object({ result: z.object({ value: z.string() }) });
const Memory = z.object({ heapUsed: z.number(), external: z.number() });

/**
 * Bytes that a process still holds after all of its garbage was collected. What it occupies says little: V8 collects when it sees
 * fit, which may be hundreds of megabytes later.
 * @param port Of its inspector, which it was started with.
 * @throws when there is none, or it ends meanwhile.
 */
export async function liveBytes(port: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${port}/json`);
  const [{ webSocketDebuggerUrl }] = Targets.parse(await response.json());
  const socket = new WebSocket(webSocketDebuggerUrl);
  await new Promise((opened, failed) => {
    socket.addEventListener("open", opened);
    socket.addEventListener("error", failed);
  });
  let calls = 0;
  const call = (method: string, params: Record<string, unknown> = {}) => {
    const id = ++calls;
    return new Promise<unknown>((settle, fail) => {
      socket.addEventListener("close", () => fail(new Error("the process ended")));
      socket.addEventListener("message", ({ data }) => {
        const reply = Reply.safeParse(JSON.parse(String(data)));
        if (reply.success && reply.data.id === id) settle(reply.data.result);
      });
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  await call("HeapProfiler.enable");
  // What is let go of by the first may let go of more.
  await call("HeapProfiler.collectGarbage");
  await call("HeapProfiler.collectGarbage");
  const expression = "JSON.stringify(process.memoryUsage())";
  const { result } = Usage.parse(await call("Runtime.evaluate", { expression }));
  socket.close();
  const { heapUsed, external } = Memory.parse(JSON.parse(result.value));
  return heapUsed + external;
}
