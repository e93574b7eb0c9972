/** "1 webhook", "4 webhooks". Plain, because every first load carries it. */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
