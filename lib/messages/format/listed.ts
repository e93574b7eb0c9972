/**
 * A function that joins words as a language does: "orders, products and customers".
 * @param locale British for English: American English has a comma before "and", which BigCommerce's style leaves out.
 */
export function listedIn(locale: string): (words: readonly string[]) => string {
  const format = new Intl.ListFormat(locale);
  return (words) => format.format(words);
}
