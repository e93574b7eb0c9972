/**
 * A function that counts in a language: `counted(1, "webhook", "webhooks")` is "1 webhook". `one` is the form that the
 * language has for one, which in French is also that for none.
 */
export function countedIn(language: string): (count: number, one: string, many: string) => string {
  const choose = pluralIn(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 0, useGrouping: "min2" });
  return (count, one, many) => `${number.format(count)} ${choose(count, one, many)}`;
}

/** A function that chooses the form of a word, or of a whole sentence, that goes with a number. */
export function pluralIn(language: string): <Form>(count: number, one: Form, many: Form) => Form {
  const rules = new Intl.PluralRules(language);
  return (count, one, many) => (rules.select(count) === "one" ? one : many);
}
