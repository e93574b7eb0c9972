import { guideAsPage } from "#lib/http/guide/guide-files.ts";
import { routes } from "#lib/http/routes.ts";

/** The style's nonce is another one for each answer. */
export const dynamic = "force-dynamic";

/** The guide for merchants. It says nothing of any store, and anyone may read it. */
const answer = (request: Request) => guideAsPage(request.headers.get("x-style-nonce") ?? "");

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });
