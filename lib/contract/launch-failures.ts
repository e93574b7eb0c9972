import { z } from "zod";

/**
 * Why the app could not be opened. A closed set: the address bar only picks one, the page of `/launch-failed` owns the words.
 *
 * - `not_installed`: the store does not have the app, or not any more
 * - `link_expired`: the link is older than allowed; opening the app again makes a new one
 * - `link_used`: the link was used before
 * - `link_invalid`: the link is not one that BigCommerce made for this app
 * - `access_withdrawn`: the store's owner took this person's access away
 * - `install_refused`: BigCommerce did not accept the installation; trying again makes a new one
 * - `install_cancelled`: the merchant pressed Cancel at BigCommerce
 * - `install_unreadable`: BigCommerce's answer lacked what no installation works without
 * - `bigcommerce_unreachable`: BigCommerce did not answer in time
 * - `too_many`: the address asked for more than it may in a minute
 * - `unexpected`: a fault of ours
 */
export const LaunchFailure = z.enum([
  "not_installed",
  "link_expired",
  "link_used",
  "link_invalid",
  "access_withdrawn",
  "install_refused",
  "install_cancelled",
  "install_unreadable",
  "bigcommerce_unreachable",
  "too_many",
  "unexpected",
]);
export type LaunchFailure = z.infer<typeof LaunchFailure>;
