/**
 * What a process has once, made at the first call. Next.js's bundles and the custom server each load a module of their
 * own, so a plain variable would be there several times. Repeatable: the same name always gives the same thing.
 * @param name Of this thing alone, over all modules.
 */
export function processWide<T>(name: string, make: () => T): T {
  const shared = globalThis as typeof globalThis & { [key: symbol]: T | undefined };
  return (shared[Symbol.for(`webhook-keeper.${name}`)] ??= make());
}
