import { StoreHash } from "#lib/ids.ts";

/** A person's session: for what reads it from a header, and for a browser. */
export interface LabSession {
  bearer: string;
  cookie: { name: string; value: string };
}

/** Makes a person of a store of the lab, who is its owner, and a session. */
export async function openSession(store: string): Promise<LabSession> {
  const { findAccess, saveVisit } = await import("#lib/features/auth/records.ts");
  const { cookieName } = await import("#lib/platform/session/cookie.ts");
  const { newSession, sealBearer, sealSession } = await import("#lib/platform/session/seal.ts");
  const { inTransaction } = await import("#lib/platform/db/transaction.ts");
  const now = new Date();
  const storeHash = StoreHash.parse(store);
  const visit = {
    storeHash,
    userId: 7n,
    email: "ana@example.com",
    isOwner: true,
    locale: "en",
    admittedAt: now,
  };
  await inTransaction((tx) => saveVisit(tx, visit, now));
  const access = await findAccess(storeHash, "7");
  if (!access) throw new Error("The person of the lab has no access");
  const { storeEpoch, membershipEpoch } = access;
  const origin = newSession({ store: storeHash, user: "7", storeEpoch, membershipEpoch }, now);
  const [bearer, session] = await Promise.all([sealBearer(origin, now), sealSession(origin, now)]);
  return { bearer: bearer.token, cookie: { name: cookieName("session"), value: session.token } };
}
