/** What looks like a secret of ours, wherever it stands. */
const SHAPES: Readonly<Record<string, RegExp>> = {
  "a JSON Web Token": /eyJ[\w-]{8,}\.[\w-]*\./,
  "a signature": /\bv1a?,[A-Za-z0-9+/]{20,}/,
  "a bearer": /\bBearer\s+(?!\[hidden\])\S/i,
  "a ticket": /\bticket=(?!\[hidden\])\S/i,
};
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i;
/** A shorter value may stand anywhere by chance. */
const SECRET_CHARACTERS_MIN = 8;

/**
 * Which of the secrets stand in a text, by their names, and what in it is shaped like one. Never the values: the answer
 * goes to where test results go.
 * @param secrets By what they are; a value that is too short to be told from chance is an error.
 */
export function leaksIn(
  text: string,
  secrets: ReadonlyMap<string, string>,
  { hasPeople = false }: { hasPeople?: boolean } = {},
): string[] {
  const found = [...secrets].flatMap(([name, value]) => {
    if (value.length < SECRET_CHARACTERS_MIN) throw new Error(`${name} is too short to be looked for`);
    return text.includes(value) || text.includes(encodeURIComponent(value)) ? [name] : [];
  });
  const shaped = Object.entries(SHAPES).flatMap(([name, shape]) => {
    const match = shape.exec(text);
    return match ? [`${name}, behind: ${text.slice(Math.max(0, match.index - 60), match.index)}`] : [];
  });
  const person = hasPeople ? null : EMAIL.exec(text);
  return [
    ...found,
    ...shaped,
    ...(person
      ? [`an e-mail address, behind: ${text.slice(Math.max(0, person.index - 60), person.index)}`]
      : []),
  ];
}
