import type { PreviewInput } from "#lib/contract/destination-preview.ts";
import { inputOf, parsedFilter, parsedHeaders, settingsOf, type Draft } from "./draft.ts";
import type { MoreProps } from "./part.ts";

/** What has to be mended before a preview can be asked for. */
export type NotYet = "types" | "filter" | "headers";

/**
 * What a preview of a form is asked for with: nothing that is secret, and nothing that decides when rather than what. Pure.
 * @param eventId As the contract has it.
 */
export function previewInputOf(
  draft: Draft,
  kept: MoreProps["kept"],
  eventId: string | null | undefined,
): PreviewInput | NotYet {
  const { conditions, ownFilter, auth } = draft;
  if (draft.eventTypes.length === 0) return "types";
  if (conditions === null && parsedFilter(ownFilter) === undefined) return "filter";
  const headers = draft.headers === null ? null : parsedHeaders(draft.headers);
  if (draft.headers !== null && headers === null) return "headers";
  const { eventTypes, payload, template, signing, filter, sendsPersonal, takesSourceEvents } =
    settingsOf(draft);
  const { url, kind } = inputOf(draft);
  const headerName = auth?.kind === "header" ? auth.fields["name"] : undefined;
  return {
    eventTypes,
    payload,
    template,
    signing,
    filter,
    sendsPersonal,
    takesSourceEvents,
    url,
    kind,
    headerNames: headers === null ? [...kept.headerNames] : Object.keys(headers),
    auth: { kind: auth?.kind ?? kept.auth, ...(headerName && { headerName }) },
    ...(eventId !== undefined && { eventId }),
  };
}
