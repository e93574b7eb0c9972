import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce reenvía cada una durante 48 horas como máximo.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "su firma era incorrecta",
    many: "su firma era incorrecta",
    remedy:
      "El secreto de cliente de la aplicación difiere del que figura en el Developer Portal de BigCommerce, el reloj del servidor se desvía más de cinco minutos o las envió otra persona. Quien gestiona la aplicación debería comparar primero BIGCOMMERCE_CLIENT_SECRET con el portal.",
  },
  wrong_secret: {
    one: "su encabezado secreto era incorrecto",
    many: "su encabezado secreto era incorrecto",
    remedy:
      "Los webhooks de BigCommerce llevaban un secreto distinto del nuestro. Si aún es así, elija Corregir secreto en Por hacer.",
  },
  no_proof: {
    one: "no llevaba ni firma ni encabezado secreto",
    many: "no llevaban ni firma ni encabezado secreto",
    remedy:
      "Las envió alguien distinto de BigCommerce, o un proxy delante de la aplicación quita encabezados. Si faltan eventos, quien gestiona la aplicación debería revisar el proxy.",
  },
  signature_required: {
    one: "no estaba firmada",
    many: "no estaban firmadas",
    remedy:
      "La aplicación solo acepta entregas firmadas. Quien la gestiona puede permitir solo el encabezado secreto con REQUIRE_SIGNATURE=false.",
  },
  too_large: {
    one: "superaba los 256 KB",
    many: "superaban los 256 KB",
    remedy:
      "Las entregas de BigCommerce son mucho más pequeñas, así que probablemente las envió otra persona.",
  },
  unknown_encoding: {
    one: "su contenido estaba comprimido de un modo que esta aplicación no puede leer",
    many: "su contenido estaba comprimido de un modo que esta aplicación no puede leer",
    remedy:
      "BigCommerce no comprime sus entregas: lo hace un proxy delante de la aplicación, o las envió otra persona. Quien gestiona la aplicación debería revisar el proxy.",
  },
  too_slow: {
    one: "tardó más de 10 segundos en llegar",
    many: "tardaron más de 10 segundos en llegar",
    remedy: `El camino de BigCommerce a la aplicación es lento, o las envió otra persona. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "llegaban más de las que la aplicación podía aceptar",
    many: "llegaban más de las que la aplicación podía aceptar",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "no se pudo guardar",
    many: "no se pudieron guardar",
    remedy: `La base de datos de la aplicación no las aceptó. ${SENT_AGAIN} Quien gestiona la aplicación debería consultar /api/health.`,
  },
  malformed: {
    one: "no era HTTP válido",
    many: "no eran HTTP válido",
    remedy: "Las envió algo distinto de BigCommerce.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Entregas rechazadas",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `Se rechazó 1 entrega en las últimas 24 horas porque ${REASONS[reason].one}.`,
      `Se rechazaron ${wholeNumber(count, locale)} entregas en las últimas 24 horas porque ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "La última",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "byte", "bytes")];
    const names = headers.length === 0 ? [] : [`con los encabezados ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
