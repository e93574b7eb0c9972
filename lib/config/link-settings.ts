import { address } from "./setting-kinds.ts";

/** Addresses of pages that are not the app's own: whoever runs the app has them. */
export const LINK_SETTINGS = {
  HELP_URL: address("an https address", "https:").optional(),
  SUPPORT_URL: address(
    "an https address, or one for mail like mailto:support@example.com",
    "https:",
    "mailto:",
  ).optional(),
  PRIVACY_URL: address("an https address", "https:").optional(),
  TERMS_URL: address("an https address", "https:").optional(),
};

/** Where the screens send people for help, to someone who answers, and to what the operator promises. */
export interface Links {
  helpUrl: string;
  supportUrl: string;
  privacyUrl: string;
  termsUrl: string;
}

/**
 * The links of the screens. What is not set, which only sandbox mode allows, leads to a chapter of the guide that the app
 * carries. Pure.
 */
export function linksOf(
  given: Readonly<Partial<Record<keyof typeof LINK_SETTINGS, string | undefined>>>,
  appUrl: string,
): Links {
  const guide = `${appUrl}/guide`;
  return {
    helpUrl: given.HELP_URL ?? guide,
    supportUrl: given.SUPPORT_URL ?? `${guide}#ask-for-help`,
    privacyUrl: given.PRIVACY_URL ?? `${guide}#privacy-and-data`,
    termsUrl: given.TERMS_URL ?? `${guide}#who-runs-keeper`,
  };
}
