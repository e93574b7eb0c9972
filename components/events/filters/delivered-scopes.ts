/** What is chosen may be a wildcard; what arrives never is. Only wildcards need the catalogue. */
export async function deliveredScopes(scopes: readonly string[]): Promise<readonly string[]> {
  if (!scopes.some((scope) => scope.endsWith("/*"))) return scopes;
  return (await import("./event-types.ts")).deliveredScopes(scopes);
}
