/** An amount in cents as dollars with two decimals, as in `19.50`. */
export function formatCents(cents: number): string {
  return (cents / 100).toFixed(2);
}
