import { OF_DELIVERIES } from "./of-deliveries.ts";
import { OF_DESTINATIONS } from "./of-destinations.ts";
import { OF_THE_HOUSE } from "./of-the-house.ts";
import type { Trial } from "./trial.ts";

/** One for each alarm of the rules. */
export const TRIALS: readonly Trial[] = [...OF_THE_HOUSE, ...OF_DELIVERIES, ...OF_DESTINATIONS];
