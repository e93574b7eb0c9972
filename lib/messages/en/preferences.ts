export const area = "preferences";

/** Texts about what each person chooses for themselves. */
export const PREFERENCES = {
  failed: "We couldn't save this. Try again.",
};

export const KEYS_SWITCH = {
  title: "Keyboard",
  label: "Use single-key shortcuts",
  text: "Turn them off if you speak to your computer or press keys by accident. Escape always works.",
};

export const TECHNICAL_DETAILS = {
  title: "Technical details",
  question: "Are you a developer?",
  label: "Show technical details",
  text: "Shows the names behind event types, webhook IDs, headers, proofs, more charts and the developer settings.",
};
