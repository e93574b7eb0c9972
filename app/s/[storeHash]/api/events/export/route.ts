import {
  COMPRESSED_TYPE,
  EXPORT_ESTIMATE_HEADER,
  EXPORT_TYPES,
  type ExportFormat,
} from "#lib/contract/values/export-formats.ts";
import { ExportQuery, ExportSelection } from "#lib/contract/export.ts";
import { knowledgeOf, knownOf } from "#lib/features/enrichment/known.ts";
import { exportSelected, type EventFile } from "#lib/features/events/export/export.ts";
import { legsOfFilter } from "#lib/features/events/log.ts";
import { fileResponse } from "#lib/http/file-response.ts";
import { storeRoute, type StoreRequest } from "#lib/http/store-route.ts";
import { UnderWay } from "#lib/http/under-way.ts";
import { storeRetentionDays } from "#lib/features/privacy/retention.ts";
import { routes } from "#lib/http/routes.ts";
import { exportInThread, type ThreadedFile } from "#lib/screens/export/threaded.ts";

/** An export reads for minutes, in a thread and through a connection of its own. */
const underWay = new UnderWay("exports", { ofKeyMax: [2], allMax: 4 });

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes({
  /** Everything that the list's filters find, as a file. */
  GET: storeRoute({
    query: ExportQuery,
    run: (input) => {
      const { access, store, query, now, language, isStillAllowed } = input;
      const { format, compression, ...filter } = query;
      const isCompressed = compression !== undefined;
      return answer(input, { format, isCompressed }, async () => {
        const kept = { retentionDays: await storeRetentionDays(store), now };
        const asked = { filter, legs: await legsOfFilter(filter, knowledgeOf(access, now)) };
        const { storeHash, isOwner } = access;
        const order = { access: { storeHash, isOwner }, asked, format, kept, language, isCompressed };
        return exportInThread(order, isStillAllowed);
      });
    },
  }),
  /** What was selected in the list, as a file. Changes nothing: the ids are too long for an address. */
  POST: storeRoute({
    body: ExportSelection,
    run: (input) => {
      const { access, store, now } = input;
      const { ids, format } = input.body;
      return answer(input, { format, isCompressed: false }, async () => {
        const retentionDays = await storeRetentionDays(store);
        return exportSelected(store, ids, format, { retentionDays, now }, (rows) =>
          knownOf(access, rows, now),
        );
      });
    },
  }),
});

async function answer(
  { store, session, now, request }: StoreRequest<unknown, unknown>,
  { format, isCompressed }: { format: ExportFormat; isCompressed: boolean },
  make: () => Promise<EventFile | ThreadedFile>,
): Promise<Response> {
  const leave = underWay.enter(`${store} ${session.claims.user}`);
  try {
    const made = await make();
    const { estimate, parts } = made;
    const file = {
      name: `events-${store}-${now.toISOString().slice(0, 10)}.${format}${isCompressed ? ".gz" : ""}`,
      contentType: isCompressed ? COMPRESSED_TYPE : EXPORT_TYPES[format],
      parts,
      onEnd: () => {
        if ("close" in made) made.close();
        leave();
      },
    };
    const response = fileResponse(file, request.signal);
    // Compressing takes more of the process than making the file does; the thread of an export does it when asked to.
    response.headers.set("Cache-Control", "no-store, no-transform");
    if (estimate !== null) response.headers.set(EXPORT_ESTIMATE_HEADER, String(estimate));
    // Nobody reads on for whoever asks about the file alone; Next.js would leave the body as it is.
    if (request.method === "HEAD") await response.body?.cancel();
    return response;
  } catch (error) {
    leave();
    throw error;
  }
}
