import { config } from "#lib/config/config.ts";
import { readerOf } from "#lib/features/preferences/preferences.records.ts";
import type { OpenDestination } from "./destination.ts";
import { MailNotSetUp, NotAMember } from "./errors.ts";
import { KINDS } from "./kinds/registry.ts";

/**
 * Lets a destination through that is no mailbox, or that of somebody who may open the store: nobody else gets emails whom
 * nobody asked.
 * @throws {MailNotSetUp | NotAMember}
 */
export async function requireReader({
  kind,
  storeHash,
  url,
}: Pick<OpenDestination, "kind" | "storeHash" | "url">): Promise<void> {
  if (KINDS[kind].isMail !== true) return;
  if (!config().mail) throw new MailNotSetUp("no mail server is set up");
  if (!(await readerOf(storeHash, url))) throw new NotAMember("nobody with this address may open the store");
}
