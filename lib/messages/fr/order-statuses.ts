/** The order statuses by their ids, as English has them. */
export const ORDER_STATUSES: readonly string[] = [
  "Incomplète",
  "En attente",
  "Expédiée",
  "Expédiée en partie",
  "Remboursée",
  "Annulée",
  "Refusée",
  "En attente de paiement",
  "En attente de retrait",
  "En attente d’expédition",
  "Terminée",
  "En attente de traitement",
  "Vérification manuelle requise",
  "Contestée",
  "Remboursée en partie",
];
