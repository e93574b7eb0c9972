/** The name that goes with a code, such as `company_user`; without one the code itself, as words. Pure. */
export function nameIn(names: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? code.replaceAll("_", " ");
}
