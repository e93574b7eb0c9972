import { NotFound } from "#lib/http/errors.ts";
import { answerAuth } from "#lib/http/next-auth.ts";
import { problemResponse } from "#lib/http/problem.ts";
import { admitAddress } from "#lib/http/rate-limit.ts";
import { routes } from "#lib/http/routes.ts";
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

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer, POST: answer });
