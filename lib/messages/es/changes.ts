import type * as english from "#lib/messages/en/changes.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
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

/** One thing, as a sentence names it. */
const THINGS: Readonly<Record<ReadKind, string>> = {
  order: "este pedido",
  product: "este producto",
  variant: "esta variante",
  category: "esta categoría",
  customer: "este cliente",
};

export const CHANGES: typeof english.CHANGES = {
  slow: "Los cambios tardan más de lo habitual en cargar.",
  list: "Cambios",
  more: (count) => `Mostrar los ${count} cambios`,
  asItIs: "Estado actual",
  asOf: (read) => `Estado de ${read}.`,
  hidden: "Solo lo ve el propietario de la tienda.",
  compared: (known, events) =>
    events > 1
      ? `Comparado con ${known}. Desde entonces hubo ${events === 100 ? "100 eventos o más" : `${events} eventos`}; cualquiera pudo hacer este cambio.`
      : `Comparado con ${known}.`,
  masked: "Cambiado. Solo el propietario de la tienda ve los valores.",
  toSettings: "Abrir Configuración",

  same: (known) => `Nada de lo que seguimos ha cambiado desde ${known}.`,
  first: (kind) => `Es la primera vez que vemos ${THINGS[kind]}. Los próximos cambios se mostrarán aquí.`,
  gone: "Ya no existe.",
  tooLarge: "Supera los 64 KB, así que no podemos compararlo.",
  waiting: "Comprobamos qué cambió…",
  retrying: (at, why) => `${why} Próximo intento: ${at}.`,
  quota: (at) => `Hemos usado nuestra parte del límite de API de su tienda. Seguimos: ${at}.`,
  failed: (why) => `${why} Lo comprobaremos tras el próximo evento.`,
  off: "El seguimiento de cambios está desactivado.",
  notGranted: (kind, scope) => `Keeper no puede leer ${KINDS[kind]}. Hace falta el permiso ${scope}.`,
  notRead: "No comprobamos este evento.",
  test: "Evento de prueba. No cambió nada en su tienda.",
  demo: "Evento de demostración. No comprobamos qué cambió.",
  nothing: "Mostramos cambios de pedidos, productos, variantes, categorías y clientes.",
};

const FAILURES: Readonly<Record<string, string>> = {
  NEEDS_REAUTHORISATION: "Vuelva a autorizar la aplicación.",
  BIGCOMMERCE_UNREACHABLE: "BigCommerce no responde.",
  BIGCOMMERCE_UNREADABLE: "No pudimos leer la respuesta de BigCommerce.",
  BIGCOMMERCE_RATE_LIMITED: "Se alcanzó el límite de API de su tienda.",
  BIGCOMMERCE_FORBIDDEN: "BigCommerce no nos dejó leer esto.",
};

export const failureText: typeof english.failureText = (code) =>
  FAILURES[code ?? ""] ?? "BigCommerce no respondió como se esperaba.";

export const READING: typeof english.READING = {
  title: "Seguimiento de cambios",
  text: "Después de cada evento consultamos el pedido, el producto o el cliente y mostramos qué cambió. Usamos como máximo la mitad de su límite de API.",
  label: "Seguir los cambios",
  isOn: "El seguimiento de cambios está activado",
  isOff: "El seguimiento de cambios está desactivado. Los cambios anteriores se quedan en el registro.",
  slow: "El seguimiento de cambios tarda más de lo habitual en cargar.",
};

export const grantedText: typeof english.grantedText = ({ kinds }) => {
  const granted = kinds.filter(({ isGranted }) => isGranted).map(({ kind }) => KINDS[kind]);
  const missing = kinds.filter(({ isGranted }) => !isGranted);
  const scopes = [...new Set(missing.map(({ scope }) => scope))];
  return [
    granted.length > 0
      ? `Keeper puede leer ${listed(granted)}.`
      : "Keeper no puede leer nada de lo que cambia.",
    ...(missing.length > 0
      ? [
          `Keeper no puede leer ${listed(missing.map(({ kind }) => KINDS[kind]))}. Su desarrollador añade ${scopes.length === 1 ? "el permiso" : "los permisos"} ${listed(scopes)} en el Developer Portal; después, el propietario vuelve a abrir Keeper.`,
        ]
      : []),
  ].join(" ");
};

const listed = listedIn("es");

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
  customer: "Cliente",
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
