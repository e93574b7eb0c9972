import { guidePicture } from "#lib/http/guide/guide-files.ts";
import { routes } from "#lib/http/routes.ts";

/** Read when asked for: a build need not know the pictures. */
export const dynamic = "force-dynamic";

const answer = async (_request: Request, { params }: { params: Promise<{ name: string }> }) =>
  guidePicture((await params).name);

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({ GET: answer });
