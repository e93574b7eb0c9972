import type * as english from "#lib/messages/en/secret.ts";
import { counted } from "./plural.ts";

export const area = "secret";

export const SECRET: typeof english.SECRET = {
  title: "Secreto de webhooks",
  text: "Un secreto que demuestra que los eventos son para su tienda. No necesita conocerlo.",
  idle: "Renuévelo si alguien puede haberlo visto. No perderá eventos.",
  renew: "Renovar secreto",
  question: "¿Renovar el secreto de webhooks?",
  questionText: "Los webhooks reciben un secreto nuevo en unos minutos. El antiguo vale 2 días más.",
  failed: "No se pudo renovar el secreto",
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
