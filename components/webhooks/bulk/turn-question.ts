import type { Question } from "./ask-dialog.tsx";

/** From this many on, turning on asks first. */
const ASK_FROM = 21;

/** The texts that a question before turning needs. */
interface Texts {
  askOn: (count: number) => string;
  askOnText: string;
  askOff: (count: number) => string;
  askOffText: string;
  turnOn: string;
  turnOff: string;
}

/** What to ask before so many event types are turned on or off; null when nothing needs asking. Pure. */
export function questionBeforeTurning(
  texts: Texts,
  count: number,
  wanted: boolean,
): Omit<Question, "run"> | null {
  if (!wanted) return { title: texts.askOff(count), text: texts.askOffText, confirm: texts.turnOff };
  if (count < ASK_FROM) return null;
  return { title: texts.askOn(count), text: texts.askOnText, confirm: texts.turnOn };
}
