/** What a banner may be about, the most important first: only one is shown at a time. */
export const BANNER_KINDS = [
  "session",
  "reauthorisation",
  "offline",
  "unreachable",
  "rate-limit",
  "attention",
  // What a screen says itself about its webhooks comes with a way to mend them.
  "alerts",
] as const;
export type BannerKind = (typeof BANNER_KINDS)[number];

/** The one to show of those that want to be shown, or null when none does. Pure. */
export function mostImportant<Banner extends { kind: BannerKind }>(banners: Iterable<Banner>): Banner | null {
  const rank = ({ kind }: Banner) => BANNER_KINDS.indexOf(kind);
  return [...banners].toSorted((one, other) => rank(one) - rank(other))[0] ?? null;
}
