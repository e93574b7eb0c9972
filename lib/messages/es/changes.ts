import type * as english from "#lib/messages/en/changes.ts";
import { changeTextsIn, fieldNamesIn, valueTextsIn, type ValueWords } from "#lib/messages/changed-fields.ts";
import type { ReadKind } from "#lib/contract/values/changes.ts";

export const area = "changes";

const KINDS: Readonly<Record<ReadKind, string>> = {
  order: "pedidos",
  product: "productos",
  variant: "variantes",
  category: "categorías",
  customer: "clientes",
};

export const CHANGES: typeof english.CHANGES = {
  slow: "Lo que cambió tarda más de lo habitual en cargar.",
  list: "Cambios",
  more: (count) => `Mostrar los ${count} cambios`,
  compared: (read, known, events) =>
    `Leído el ${read}, comparado con ${known}.${
      events > 1
        ? ` Entretanto llegaron ${events === 100 ? "100 eventos o más" : `${events} eventos`}, contando este.`
        : ""
    }`,
  masked: "Cambiado. El propietario de la tienda ve cómo era y cómo es, y los demás si él lo permite.",
  toSettings: "Abrir Configuración",

  same: (known) => `Tal como lo lee esta aplicación, nada difiere del estado de ${known}.`,
  first:
    "Esta aplicación lo leyó por primera vez, así que no hay nada que comparar. Se mostrará el próximo cambio.",
  gone: "Ya no existe.",
  tooLarge: "Supera los 64 KB, así que esta aplicación no lo guarda para comparar.",
  waiting: "Leyendo. Tarda unos segundos.",
  retrying: (at, why) => `${why} Se leerá de nuevo el ${at}.`,
  quota: (at) =>
    `Se ha usado la mitad de lo que esta tienda puede pedir a BigCommerce. El resto queda para las personas y otras aplicaciones, y la lectura sigue: ${at}.`,
  failed: (why) => `${why} Se leerá de nuevo tras el próximo evento al respecto.`,
  off: "La lectura de cambios está desactivada para esta tienda.",
  notGranted: (kind, scope) =>
    `Esta tienda no ha permitido a la aplicación leer ${KINDS[kind]}. Hace falta el permiso ${scope}.`,
  notRead: "No se leyó después de este evento.",
  test: "Esto es una prueba: no cambió nada en la tienda.",
  demo: "Este evento del pasado de la demo es inventado: después no se leyó nada.",
  nothing: "Se muestran cambios de pedidos, productos, variantes, categorías y clientes.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "La tienda debe volver a aceptar esta aplicación.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce tarda más de lo habitual en responder.",
  BIGCOMMERCE_UNREADABLE: "La respuesta de BigCommerce sobre ello no se pudo leer.",
  BIGCOMMERCE_RATE_LIMITED: "Lo que esta tienda puede pedir a BigCommerce estaba agotado.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce no dejó que esta aplicación lo leyera.",
};

export const failureText: typeof english.failureText = (code) =>
  FAILURES[code ?? ""] ?? "BigCommerce no respondió como se esperaba.";

export const READING: typeof english.READING = {
  title: "Qué cambió",
  text: "Tras un evento, esta aplicación lee el pedido, producto o cliente del que trata y muestra qué cambió. La mitad de lo que la tienda puede pedir a BigCommerce se deja siempre a los demás. Lo leído se conserva tanto como los eventos.",
  label: "Leer qué cambió",
  isOn: "Esta aplicación lee de qué tratan los eventos.",
  isOff: "Esta aplicación no lee nada. Lo leído antes se queda tanto como sus eventos.",
  ownerOnly: "Solo el propietario de la tienda puede cambiarlo.",
  slow: "Saber si esta aplicación lee lo que cambió tarda más de lo habitual.",
};

export const grantedText: typeof english.grantedText = ({ kinds }) => {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0
      ? `La tienda le permite leer ${listed(granted)}.`
      : "La tienda no le permite leer nada.",
    ...(missing.length > 0
      ? [
          `No puede leer ${listed(missing.map(({ kind }) => KINDS[kind]))}: ${scopes.length === 1 ? "falta el permiso" : "faltan los permisos"} ${scopes.join(", ")}. Quien gestiona la aplicación lo añade en el Developer Portal de BigCommerce; después, el propietario abre la aplicación y acepta.`,
        ]
      : []),
  ].join(" ");
};

const listed = (words: readonly string[]) => new Intl.ListFormat("es").format(words);

const VALUES: ValueWords = {
  none: "nada",
  empty: "vacío",
  yes: "sí",
  no: "no",
  added: (value) => `añadido: ${value}`,
  removed: (value) => `quitado: ${value}`,
  masked: CHANGES.masked,
};

// What is not named here keeps the name that BigCommerce gives it.
const NAMED: Readonly<Partial<Record<string, string>>> = {
  name: "Nombre",
  description: "Descripción",
  price: "Precio",
  sale_price: "Precio de oferta",
  map_price: "Precio mínimo anunciado (MAP)",
  custom_url: "Dirección en la tienda",
  retail_price: "Precio recomendado",
  cost_price: "Precio de coste",
  calculated_price: "Precio calculado",
  weight: "Peso",
  width: "Ancho",
  height: "Alto",
  depth: "Fondo",
  sku: "SKU",
  inventory_level: "Existencias",
  inventory_warning_level: "Nivel de aviso",
  inventory_tracking: "Control de inventario",
  is_visible: "Visible",
  is_featured: "Destacado",
  is_free_shipping: "Envío gratuito",
  availability: "Disponibilidad",
  condition: "Condición",
  categories: "Categorías",
  brand_id: "Marca (ID)",
  status: "Estado",
  status_id: "Estado (ID)",
  items_total: "Artículos",
  items_shipped: "Artículos enviados",
  total_inc_tax: "Total con impuestos",
  total_ex_tax: "Total sin impuestos",
  subtotal_inc_tax: "Subtotal con impuestos",
  subtotal_ex_tax: "Subtotal sin impuestos",
  refunded_amount: "Reembolsado",
  discount_amount: "Descuento",
  payment_method: "Método de pago",
  payment_status: "Estado del pago",
  staff_notes: "Notas internas",
  customer_message: "Mensaje del cliente",
  customer_id: "Cliente (ID)",
  customer_group_id: "Grupo de clientes (ID)",
  billing_address: "Dirección de facturación",
  shipping_address: "Dirección de envío",
  first_name: "Nombre de pila",
  last_name: "Apellidos",
  company: "Empresa",
  email: "Correo",
  phone: "Teléfono",
  street_1: "Calle",
  street_2: "Calle, 2.ª línea",
  city: "Ciudad",
  state: "Provincia",
  zip: "Código postal",
  country: "País",
  notes: "Notas",
  date_modified: "Cambiado el",
  date_shipped: "Enviado el",
  sort_order: "Orden",
  parent_id: "Superior (ID)",
};

export const fieldName: typeof english.fieldName = fieldNamesIn(NAMED, { id: "ID", ids: "ID", url: "URL" });
export const valueText: typeof english.valueText = valueTextsIn(VALUES);
export const changeValue: typeof english.changeValue = changeTextsIn(VALUES);
