import { VIEWS_MAX, type SavedViews, type ViewSave } from "#lib/contract/views.ts";
import { AppError } from "#lib/errors.ts";
import { dropView, renameView, saveView, viewsOf, type Owner } from "./views.records.ts";

/** The view is not among this person's. */
export class ViewNotFound extends AppError {
  readonly code = "NOT_FOUND";
  readonly retryable = false;
}

/** The person has another view of this name. */
export class ViewNameTaken extends AppError {
  readonly code = "VIEW_NAME_TAKEN";
  readonly retryable = false;
}

/** The person keeps as many views as one can. */
export class TooManyViews extends AppError {
  readonly code = "TOO_MANY_VIEWS";
  readonly retryable = false;
}

/** All views of a person in a store. */
export async function savedViews(owner: Owner): Promise<SavedViews> {
  const rows = await viewsOf(owner);
  return { views: rows.map(({ id, name, query }) => ({ id: String(id), name, query })) };
}

/**
 * Keeps a view, in place of one of the same name. Repeatable.
 * @throws {TooManyViews}
 */
export async function keepView(owner: Owner, view: ViewSave, now: Date): Promise<SavedViews> {
  if (!(await saveView(owner, view, VIEWS_MAX, now))) throw new TooManyViews(`there are ${VIEWS_MAX} views`);
  return savedViews(owner);
}

/**
 * Gives a view another name.
 * @throws {ViewNotFound} also for a view of another person. @throws {ViewNameTaken}
 */
export async function nameView(owner: Owner, id: string, name: string, now: Date): Promise<SavedViews> {
  const outcome = await renameView(owner, numberOf(id), name, now);
  if (outcome === "absent") throw new ViewNotFound("no such view");
  if (outcome === "taken") throw new ViewNameTaken("another view has this name");
  return savedViews(owner);
}

/**
 * Takes a view away.
 * @throws {ViewNotFound} also for a view of another person.
 */
export async function deleteView(owner: Owner, id: string): Promise<SavedViews> {
  if (!(await dropView(owner, numberOf(id)))) throw new ViewNotFound("no such view");
  return savedViews(owner);
}

function numberOf(id: string): bigint {
  if (!/^\d{1,18}$/.test(id)) throw new ViewNotFound("no view has such an id");
  return BigInt(id);
}
