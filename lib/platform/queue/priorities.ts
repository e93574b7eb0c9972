/**
 * Who waits for a job, and so when it is its turn: lower numbers go first, and of one number who is due first. Some of a
 * worker's places are only for what a person waits for (`places.ts`).
 */
export const PRIORITIES = {
  /** A person looks at a screen until it is done, or expects it to be done at once. */
  person: 0,
  /** A person is to be told of something that went wrong. */
  telling: 2,
  /** A chore of the whole house: short, and everything else goes on by it. */
  chore: 5,
  /** The clock brings it for one store after the other. Later is as good, and another hour comes. */
  clock: 10,
} as const;
export type Rank = keyof typeof PRIORITIES;

/** Carried by every job that no person waits for. */
export const UNHURRIED = "unhurried";
