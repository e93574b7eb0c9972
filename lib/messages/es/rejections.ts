import type * as english from "#lib/messages/en/rejections.ts";
import { wholeNumber } from "#lib/messages/format/time.ts";
import type { RejectionReason } from "#lib/contract/values/rejections.ts";
import { counted, plural } from "./plural.ts";

export const area = "rejections";

const SENT_AGAIN = "BigCommerce las reenvía durante 48 horas como máximo.";

/** Why, of one and of several, and what helps. */
const REASONS: Readonly<Record<RejectionReason, { one: string; many: string; remedy: string }>> = {
  wrong_signature: {
    one: "su firma era incorrecta",
    many: "su firma era incorrecta",
    remedy:
      "El secreto de cliente de Keeper difiere del que figura en el Developer Portal, el reloj del servidor se desvía más de cinco minutos o las envió otra persona. Compare primero BIGCOMMERCE_CLIENT_SECRET con el portal.",
  },
  wrong_secret: {
    one: "su encabezado secreto era incorrecto",
    many: "su encabezado secreto era incorrecto",
    remedy:
      "Los webhooks de BigCommerce llevaban un secreto distinto del nuestro. Si aún es así, elija Corregir secreto en Por hacer.",
  },
  no_proof: {
    one: "no tenía firma ni encabezado secreto",
    many: "no tenían firma ni encabezado secreto",
    remedy:
      "Las envió alguien distinto de BigCommerce, o un proxy delante de Keeper quita encabezados. Si faltan eventos, revise el proxy.",
  },
  signature_required: {
    one: "no estaba firmada",
    many: "no estaban firmadas",
    remedy:
      "Keeper solo acepta entregas firmadas. REQUIRE_SIGNATURE=false permite también el encabezado secreto solo.",
  },
  too_large: {
    one: "superaba los 256 KB",
    many: "superaban los 256 KB",
    remedy:
      "Las entregas de BigCommerce son mucho más pequeñas, así que probablemente las envió otra persona.",
  },
  unknown_encoding: {
    one: "su contenido estaba comprimido de un modo que no podemos leer",
    many: "su contenido estaba comprimido de un modo que no podemos leer",
    remedy:
      "BigCommerce no comprime sus entregas: lo hace un proxy delante de Keeper, o las envió otra persona. Revise el proxy.",
  },
  too_slow: {
    one: "tardó más de 10 segundos en llegar",
    many: "tardaron más de 10 segundos en llegar",
    remedy: `La conexión de BigCommerce a Keeper es lenta, o las envió otra persona. ${SENT_AGAIN}`,
  },
  overloaded: {
    one: "llegaban más de las que podíamos aceptar",
    many: "llegaban más de las que podíamos aceptar",
    remedy: SENT_AGAIN,
  },
  not_committed: {
    one: "no pudimos guardarla",
    many: "no pudimos guardarlas",
    remedy: `La base de datos de Keeper no las aceptó. ${SENT_AGAIN} Compruebe /api/health.`,
  },
  malformed: {
    one: "no era una solicitud web válida",
    many: "no eran solicitudes web válidas",
    remedy: "Las envió algo distinto de BigCommerce.",
  },
};

export const REJECTIONS: typeof english.REJECTIONS = {
  title: "Entregas rechazadas",
  sentence: (reason, count, locale) =>
    plural(
      count,
      `Rechazamos 1 entrega en las últimas 24 horas porque ${REASONS[reason].one}.`,
      `Rechazamos ${wholeNumber(count, locale)} entregas en las últimas 24 horas porque ${REASONS[reason].many}.`,
    ),
  remedy: (reason) => REASONS[reason].remedy,
  last: "La última",
  like: (bytes, headers) => {
    const size = bytes === null ? [] : [counted(bytes, "byte", "bytes")];
    const names = headers.length === 0 ? [] : [`con los encabezados ${headers.join(", ")}`];
    return [...size, ...names].join(", ");
  },
};
