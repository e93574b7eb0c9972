/** What a page says of an answer that never came, or that was not ours: nobody else can say it. */
export interface Sentences {
  unreachable: string;
  trouble: string;
}

let current: Sentences = {
  unreachable: "Keeper is taking longer than usual to answer.",
  trouble: "This is taking longer than usual. Try again.",
};

/** These sentences in the language of the page; English until the page said otherwise. */
export const sentences = (): Sentences => current;

/** Says them in another language from now on. */
export function saySentences(next: Sentences): void {
  current = next;
}
