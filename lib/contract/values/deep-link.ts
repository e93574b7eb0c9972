/** Longest deep link that a launch follows and that a copied link may hold, query included. */
export const DEEP_LINK_CHARACTERS_MAX = 2_000;
