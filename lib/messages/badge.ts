export type BadgeVariant = "danger" | "secondary" | "success" | "warning" | "primary";

/** A state as a badge: each has a word of its own, because colour alone says nothing to many. */
export interface BadgeWords {
  label: string;
  variant: BadgeVariant;
}
