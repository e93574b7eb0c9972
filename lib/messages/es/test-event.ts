import type * as english from "#lib/messages/en/test-event.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { Proof } from "#lib/contract/events.ts";
import type { TestReach, TestStop } from "#lib/contract/test-events.ts";

export const area = "testEvent";

export const TEST_EVENT: typeof english.TEST_EVENT = {
  title: (title) => `Evento de prueba: ${title}`,
  text: "Enviamos un ejemplo firmado a la dirección pública de Keeper, como lo hace BigCommerce. Esto comprueba todo excepto el propio BigCommerce.",
  noHook:
    "BigCommerce no tiene ahora ningún webhook de este tipo para esta tienda. La prueba funciona igualmente.",
  to: "Enviado a",
  steps: "Pasos de la prueba",
  again: "Enviar otro",
  view: "Ver evento",
  worked: "Funciona. El evento de prueba está en su registro y no entra en ningún total.",
  brokenOff: "La prueba se interrumpió. Envíe otro.",
  toldTo: "Comparta esto con su desarrollador.",
};

export const STEP_NAMES: typeof english.STEP_NAMES = {
  sent: "Enviado",
  proven: "Verificado",
  stored: "Guardado",
  seen: "Mostrado",
};

export const STATE_NAMES: typeof english.STATE_NAMES = {
  done: "Hecho",
  stopped: "Detenido",
  under_way: "En curso",
  waiting: "Aún no",
  unknown: "No se sabe",
  skipped: "No alcanzado",
};

const PROVEN_BY: Readonly<Record<Proof, string>> = {
  signature: "por su firma; el encabezado secreto no llegó",
  header: "por su encabezado secreto; la firma no llegó",
  both: "por su firma y por su encabezado secreto",
  keeper: "por el propio Keeper",
};

export const stepText: typeof english.stepText = (step, state, locale) => {
  if (state.state !== "done") return STATE_NAMES[state.state];
  const afterMs = wholeNumber(state.afterMs, locale);
  switch (step) {
    case "sent":
      return `y respondido tras ${afterMs} ms`;
    case "proven":
      return state.proof === null ? "" : PROVEN_BY[state.proof];
    case "stored":
      return "en este registro";
    case "seen":
      return `en el registro tras ${afterMs} ms`;
  }
};

interface StopFacts {
  host: string;
  status: number | null;
  detail: string | null;
}

const NO_HOST = "La dirección";
const HAIRPIN =
  "Algunas redes no dejan que un servidor alcance su propia dirección pública: si los eventos de BigCommerce llegan, todo va bien.";

const CERTIFICATES: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "su certificado ha caducado",
  CERT_NOT_YET_VALID: "su certificado aún no es válido",
  DEPTH_ZERO_SELF_SIGNED_CERT: "firmó su certificado por sí mismo",
  SELF_SIGNED_CERT_IN_CHAIN: "su certificado no viene de nadie de confianza",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "su certificado no viene de nadie de confianza",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "omite el certificado que firmó el suyo",
  ERR_TLS_CERT_ALTNAME_INVALID: "su certificado es para otro nombre",
};

const SLOW: Readonly<Record<string, string>> = {
  resolving: "no se encontró a tiempo",
  connecting: "no aceptó la conexión a tiempo",
  securing: "no aseguró la conexión a tiempo",
  answering: "aceptó la conexión y no respondió a tiempo",
};

const STOPS: Readonly<Record<TestStop, { what: (facts: StopFacts) => string; help: string }>> = {
  name_unknown: {
    what: ({ host }) => `No se encuentra ${host}.`,
    help: "Compruebe APP_URL y la entrada del nombre en el DNS. Una entrada nueva no se conoce en todas partes al momento.",
  },
  refused: {
    what: ({ host }) => `${host} rechazó la conexión.`,
    help: `Allí no escucha nada, o un cortafuegos rechaza. Compruebe que funciona lo que sirve la aplicación a Internet. ${HAIRPIN}`,
  },
  no_route: {
    what: ({ host }) => `Ningún camino lleva del servidor de Keeper a ${host}.`,
    help: `Compruebe la red del servidor y la dirección detrás del nombre. ${HAIRPIN}`,
  },
  insecure: {
    what: ({ host, detail }) => {
      const cause = CERTIFICATES[detail ?? ""] ?? (detail === null ? null : `falló con ${detail}`);
      return `No se estableció una conexión segura con ${host}${cause === null ? "" : `: ${cause}`}.`;
    },
    help: "BigCommerce solo entrega con certificados de confianza. Renuévelo donde se sirve https para Keeper, junto con los certificados entre él y su autoridad.",
  },
  too_slow: {
    what: ({ host, detail }) => `${host} ${SLOW[detail ?? ""] ?? "no respondió a tiempo"}.`,
    help: `BigCommerce también desistiría y volvería. Quizá un cortafuegos descarta lo que llega, o la aplicación o un proxy delante está sobrecargado. ${HAIRPIN}`,
  },
  cut_off: {
    what: ({ host, detail }) =>
      `La conexión con ${host} se cortó antes de responder${detail === null ? "" : ` (${detail})`}.`,
    help: "Un proxy o un cortafuegos del camino la cierra. Su propio registro dice por qué.",
  },
  redirected: {
    what: ({ host, detail }) => `${host} redirige a otro lugar${detail === null ? "" : `: a ${detail}`}.`,
    help: "BigCommerce no sigue redirecciones. Ponga en APP_URL la dirección que responde por sí misma, o excluya /api/webhooks de la redirección.",
  },
  password_asked: {
    what: ({ host }) => `Algo en ${host} pide una contraseña antes de llegar a la aplicación.`,
    help: "Deje pasar sin ella las solicitudes a /api/webhooks: las entregas se prueban por sí mismas.",
  },
  too_large: {
    what: ({ host }) => `${host} rechazó el evento por demasiado grande.`,
    help: "Keeper acepta 256 KB, mucho más que este evento. Aumente el límite del proxy que está delante.",
  },
  gateway: {
    what: ({ status }) =>
      `Un proxy delante de la aplicación no recibió respuesta de ella (estado ${status}).`,
    help: "Compruebe si la aplicación funciona donde el proxy la busca.",
  },
  answered_otherwise: {
    what: ({ host, status }) =>
      `Respondió algo distinto del receptor de Keeper en ${host} (estado ${status}).`,
    help: "Compruebe adónde lleva APP_URL, y las reglas de proxies y cortafuegos para solicitudes a /api/webhooks.",
  },
  unproven: {
    what: () => "Llegó, pero no se pudo verificar (401).",
    help: "Quizá responde allí otra copia de Keeper, con su propio secreto de cliente o base de datos. O un proxy cambia lo que pasa, o quita encabezados.",
  },
  not_committed: {
    what: () => "Llegó, pero no se guardó (503).",
    help: "La aplicación o su base de datos está sobrecargada o averiada, o un proxy no tiene aplicación a la que pasarlo. BigCommerce reenvía sus eventos hasta 48 horas, así que no se pierde nada si esto termina antes.",
  },
  went_elsewhere: {
    what: ({ host, status }) => `${host} respondió ${status}, y a este registro no llegó nada.`,
    help: "Allí responde otra cosa: una página de un proxy, u otra copia de Keeper con su propia base de datos. Compruebe adónde lleva APP_URL.",
  },
  mark_lost: {
    what: () => "Llegó sin la marca de una prueba, así que cuenta como un evento de la tienda.",
    help: "Un proxy quita un encabezado. Deje pasar todos los encabezados que empiezan por X-Webhook-Keeper-.",
  },
  not_seen: {
    what: () => "Está en el registro, pero quien mira el registro no fue avisado en 5 segundos.",
    help: "Recargue el registro para ver los eventos nuevos. Las notificaciones de la base de datos no llegan a la aplicación: un pooler entre ambas, que da a cada transacción otra conexión, las quita.",
  },
};

const REACH: Readonly<Record<TestReach, ((host: string, address: string) => string) | null>> = {
  public: null,
  private: (host, address) =>
    `Desde este servidor, ${host} lleva a una dirección de una red privada, ${address}. BigCommerce solo la alcanza si desde Internet el nombre lleva a otro lugar.`,
  loopback: (host, address) =>
    `Desde este servidor, ${host} lleva a esta misma máquina, ${address}, así que la prueba no salió de ella. BigCommerce solo la alcanza si desde Internet el nombre lleva a otro lugar.`,
};

export const stopText: typeof english.stopText = ({ stop, destination }) => {
  if (!stop) return null;
  const words = STOPS[stop.stop];
  const host = URL.parse(destination ?? "")?.host ?? NO_HOST;
  return { what: words.what({ host, ...stop }), help: words.help };
};

export const reachText: typeof english.reachText = ({ reached, destination }) => {
  const host = URL.parse(destination ?? "")?.hostname ?? "";
  return reached ? (REACH[reached.reach]?.(host, reached.address) ?? null) : null;
};
