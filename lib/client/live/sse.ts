/** One message of a stream of server-sent events. */
export interface StreamMessage {
  /** Where to resume; "" when the stream named none yet. */
  id: string;
  event: string;
  data: string;
}

/**
 * Makes a reader for a stream of server-sent events that arrives in pieces cut anywhere. Feed it decoded text; it
 * answers with the messages that are whole by then. Source: WHATWG HTML, 9.2.6, without `retry`, which we don't send.
 */
export function streamReader(): (piece: string) => StreamMessage[] {
  let rest = "";
  let id = "";
  let event = "";
  let data: string[] = [];

  return (piece) => {
    // A lone CR at the end may be the first half of CRLF, so it waits for what follows.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    const messages: StreamMessage[] = [];
    for (const line of lines) {
      if (line === "") {
        if (data.length > 0) messages.push({ id, event: event || "message", data: data.join("\n") });
        event = "";
        data = [];
        continue;
      }
      const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
      if (field === "data") data.push(value);
      else if (field === "event") event = value;
      else if (field === "id" && !value.includes("\0")) id = value;
    }
    return messages;
  };
}
