import { createSocket } from "node:dgram";
import { once } from "node:events";
import { isIPv4, isIPv6 } from "node:net";

/** A DNS server on this machine. */
export interface NameServer {
  /** As a resolver takes it, with its port. */
  address: string;
  /** Each question for IPv4, in order. */
  asked: string[];
  close: () => Promise<void>;
}

const TYPE_A = 1;
const TYPE_CNAME = 5;
const NO_SUCH_NAME = 3;

/**
 * Starts a DNS server that answers over UDP. Source: RFC 1035, 4.1.
 * @param addressesOf The addresses of a name, `time` being how often it was asked for before; null says nothing at all.
 * @param aliasOf The name that another one stands for, whose addresses they are; null of one that stands for itself.
 */
export async function startNameServer(
  addressesOf: (name: string, time: number) => readonly string[] | null,
  aliasOf: (name: string) => string | null = () => null,
): Promise<NameServer> {
  const socket = createSocket("udp4");
  const asked: string[] = [];
  socket.on("message", (question, from) => {
    const { name, type, end } = readQuestion(question);
    const time = asked.filter((each) => each === name).length;
    // Both families are asked for at once; the first of the two questions counts.
    if (type === TYPE_A) asked.push(name);
    const addresses = addressesOf(name, type === TYPE_A ? time : Math.max(0, time - 1));
    if (addresses === null) return;
    const fitting = addresses.filter(type === TYPE_A ? isIPv4 : isIPv6);
    const header = Buffer.from(question.subarray(0, 12));
    header.writeUInt16BE(addresses.length === 0 ? 0x8180 | NO_SUCH_NAME : 0x8180, 2);
    const alias = aliasOf(name);
    header.writeUInt16BE(fitting.length + (alias === null ? 0 : 1), 6);
    header.writeUInt16BE(0, 8);
    header.writeUInt16BE(0, 10);
    socket.send(
      Buffer.concat([
        header,
        question.subarray(12, end),
        ...(alias === null ? [] : [record(ASKED, TYPE_CNAME, nameBytes(alias))]),
        ...fitting.map((address) =>
          record(alias === null ? ASKED : nameBytes(alias), type, bytesOf(address)),
        ),
      ]),
      from.port,
      from.address,
    );
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${socket.address().port}`,
    asked,
    close: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

/** The name that the question begins with. */
const ASKED = Buffer.from([0xc0, 12]);

/** What is said of a name, good for no time at all. */
const record = (owner: Buffer, type: number, bytes: Buffer): Buffer =>
  Buffer.concat([owner, Buffer.from([0, type, 0, 1, 0, 0, 0, 0, 0, bytes.length]), bytes]);

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)])),
    Buffer.of(0),
  ]);

const bytesOf = (address: string): Buffer =>
  isIPv4(address) ? Buffer.from(address.split(".").map(Number)) : ipv6Bytes(address);

function ipv6Bytes(address: string): Buffer {
  // A URL writes IPv4 at the end as two groups more.
  const plain = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [left = "", right] = plain.split("::");
  const groups = (text = "") => (text === "" ? [] : text.split(":"));
  const [before, after] = [groups(left), groups(right)];
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => "0");
  return Buffer.from([...before, ...zeros, ...after].map((group) => group.padStart(4, "0")).join(""), "hex");
}
