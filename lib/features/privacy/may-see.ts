/**
 * Whether a person sees what tells of a shop's customers: names, addresses, e-mail addresses, telephone numbers. The
 * owner always does; others when the owner said so for the store. Pure.
 * @param person Who asks, such as an `Access`.
 * @param store What holds for the store; see `personalDataRule` in `records.ts`.
 */
export function maySeePersonal(person: { isOwner: boolean }, store: { staffSeePersonal: boolean }): boolean {
  return person.isOwner || store.staffSeePersonal;
}
