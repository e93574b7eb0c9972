/** The order statuses by their ids, as English has them. */
export const ORDER_STATUSES: readonly string[] = [
  "Incompleto",
  "Pendiente",
  "Enviado",
  "Enviado en parte",
  "Reembolsado",
  "Cancelado",
  "Rechazado",
  "Pendiente de pago",
  "Pendiente de recogida",
  "Pendiente de envío",
  "Completado",
  "Pendiente de preparación",
  "Requiere verificación manual",
  "En disputa",
  "Reembolsado en parte",
];
