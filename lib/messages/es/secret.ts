import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Secreto de webhooks",
  text: "Cada webhook lleva un secreto que muestra que un evento es para esta tienda. Nadie necesita conocerlo.",
  idle: "Renuévelo cuando alguien pueda haberlo visto. Mientras tanto no se pierde ningún evento.",
  renew: "Renovar el secreto de webhooks",
  question: "¿Renovar el secreto de webhooks?",
  questionText:
    "Los webhooks pasan por sí solos a un secreto nuevo en unos minutos. El antiguo se acepta dos días más, porque BigCommerce reenvía lo que falló.",
  ownerOnly: "Solo el propietario de la tienda puede renovarlo.",
  failed: "El secreto no se ha renovado.",
  slow: "El avance de la renovación tarda más de lo habitual en cargar.",
};

export const progressText: typeof english.progressText = ({ hooks, hooksOnNew }) =>
  `${hooksOnNew} de ${counted(hooks, "webhook usa", "webhooks usan")} el nuevo.`;

export const renewalText: typeof english.renewalText = (
  { phase, changesAt, endsAt, isEndCertain, hooks, hooksOnNew },
  moment,
) => {
  if (phase === "announced")
    return `El secreto nuevo está listo. Los webhooks pasan a él desde el ${moment(changesAt ?? endsAt)}; se aceptan ambos.`;
  if (isEndCertain) return `Se aceptan ambos hasta el ${moment(endsAt)}. Después, el antiguo termina.`;
  if (hooksOnNew === hooks) return "Se aceptan ambos dos días más. Después, el antiguo termina.";
  return `Se aceptan ambos hasta dos días después del último cambio, y como máximo hasta el ${moment(endsAt)}.`;
};
