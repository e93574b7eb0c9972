import { NotFound } from "#lib/http/errors.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { answerAuth } from "#lib/http/next-auth.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";
import { StoreHash } from "#lib/ids.ts";

type Context = { params: Promise<{ storeHash: string; nextauth: string[] }> };

async function answer(request: Request, { params }: Context): Promise<Response> {
  try {
    const { storeHash, nextauth } = await params;
    const store = StoreHash.safeParse(storeHash);
    if (!store.success) throw new NotFound("the path names no store");
    await admitAddress("session", request);
    return await answerAuth(request, store.data, nextauth, new Date());
  } catch (error) {
    return problemResponse(error);
  }
}

const refuse = methodNotAllowed("GET", "HEAD", "POST");
export { answer as GET, answer as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
