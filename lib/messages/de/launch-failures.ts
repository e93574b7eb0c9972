import type * as english from "#lib/messages/en/launch-failures.ts";

export const area = "launchFailures";

export const LAUNCH_FAILURES: typeof english.LAUNCH_FAILURES = {
  not_installed: {
    title: "Keeper ist in Ihrem Shop nicht installiert",
    text: "Installieren Sie sie aus dem Menü „Apps“ Ihres BigCommerce Control Panels.",
  },
  link_expired: {
    title: "Dieser Link ist zu alt",
    text: "Öffnen Sie die App noch einmal aus dem Menü „Apps“ Ihres Shops.",
  },
  link_used: {
    title: "Dieser Link wurde schon benutzt",
    text: "Öffnen Sie die App noch einmal aus dem Menü „Apps“ Ihres Shops.",
  },
  link_invalid: {
    title: "Dieser Link öffnet die App nicht",
    text: "Öffnen Sie die App aus dem Menü „Apps“ Ihres Shops.",
  },
  access_withdrawn: {
    title: "Sie haben keinen Zugang mehr",
    text: "Bitten Sie den Inhaber des Shops um Zugang zu Keeper.",
  },
  install_refused: {
    title: "Die Installation wurde nicht fertig",
    text: "In Ihrem Shop wurde nichts geändert. Installieren Sie die App noch einmal aus dem Menü „Apps“.",
  },
  install_cancelled: {
    title: "Sie haben die Installation abgebrochen",
    text: "In Ihrem Shop wurde nichts geändert. Wenn Sie die App doch installieren möchten, öffnen Sie sie aus dem Menü „Apps“.",
  },
  install_unreadable: {
    title: "Die Antwort von BigCommerce war nicht lesbar",
    text: "Die App ist nicht installiert, weil der Antwort etwas fehlte, das sie braucht. Installieren Sie die App noch einmal aus dem Menü „Apps“. Wenn diese Seite wieder erscheint, schreiben Sie dem Support der App.",
  },
  bigcommerce_unreachable: {
    title: "BigCommerce ist gerade nicht verfügbar",
    text: "Öffnen Sie die App in einer Minute noch einmal aus dem Menü „Apps“.",
  },
  too_many: {
    title: "Keeper wurde zu oft geöffnet",
    text: "Warten Sie eine Minute und öffnen Sie die App dann noch einmal aus dem Menü „Apps“ Ihres Shops.",
  },
  unexpected: {
    title: "Bei uns ist etwas schiefgelaufen",
    text: "Öffnen Sie die App in einer Minute noch einmal aus dem Menü „Apps“.",
  },
};

export const LAUNCH_FAILED: typeof english.LAUNCH_FAILED = "Öffnen Sie die App noch einmal";

export const referenceSentence: typeof english.referenceSentence = (reference) => `Referenz ${reference}.`;
