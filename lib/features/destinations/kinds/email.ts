import { emailsFault } from "#lib/contract/values/alert-faults.ts";
import type { Kind } from "./kind.ts";

/** An email to one person of the store. It goes by the mail server that alerts go by. */
export const email: Kind = {
  addressFault: (address) => (emailsFault([address]) === null ? null : "NOT_AN_EMAIL"),
  shownAddress: (address) => address.slice(address.lastIndexOf("@")),
  auths: ["none"],
  takesHeaders: false,
  isSigned: false,
  isInWords: true,
  isMail: true,
  bodyOf: ({ words }) => {
    const { title, link, linkText } = words();
    return {
      bytes: Buffer.from(`${title}\n\n${linkText}: ${link}\n`),
      contentType: "text/plain; charset=utf-8",
    };
  },
  callOf: ({ destination, body }) => ({
    url: `mailto:${destination.url}`,
    headers: { "content-type": body.contentType },
    body: body.bytes,
  }),
};
