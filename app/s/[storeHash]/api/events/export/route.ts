import { EXPORT_ESTIMATE_HEADER } from "#lib/contract/export-formats.ts";
import { ExportQuery } from "#lib/contract/export.ts";
import { exportEvents, EXPORT_TYPES } from "#lib/events/export/export.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { methodNotAllowed } from "#lib/http/method-not-allowed.ts";
import { storeRoute } from "#lib/http/store-route.ts";
import { UnderWay } from "#lib/http/under-way.ts";
import { storeRetentionDays } from "#lib/privacy/retention.ts";

/** An export reads for minutes, with a connection of the pages' pool: most of those are left to the pages. */
const underWay = new UnderWay("exports", { ofKeyMax: 2, allMax: 4 });

/** Everything that the list's filters find, as a file. */
export const GET = storeRoute({
  query: ExportQuery,
  run: async ({ store, session, query: { format, ...filter }, now, request, isStillAllowed }) => {
    const leave = underWay.enter(`${store} ${session.claims.user}`);
    try {
      const options = { retentionDays: await storeRetentionDays(store), now, isStillAllowed };
      const { estimate, parts } = await exportEvents(store, filter, format, options);
      const file = {
        name: `events-${store}-${now.toISOString().slice(0, 10)}.${format}`,
        contentType: EXPORT_TYPES[format],
        parts,
        onEnd: leave,
      };
      const response = fileResponse(file, request.signal);
      // Compressing takes more of the process than making the file does.
      response.headers.set("Cache-Control", "no-store, no-transform");
      if (estimate !== null) response.headers.set(EXPORT_ESTIMATE_HEADER, String(estimate));
      // Nothing is read for whoever asks about the file alone; Next.js would leave the body as it is.
      if (request.method === "HEAD") await response.body?.cancel();
      return response;
    } catch (error) {
      leave();
      throw error;
    }
  },
});

const refuse = methodNotAllowed("GET", "HEAD");
export { refuse as POST, refuse as PUT, refuse as PATCH, refuse as DELETE };
