import type * as english from "#lib/messages/en/settings.ts";
import { listedIn } from "#lib/messages/format/listed.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Configuración",
  pages: {
    general: "General",
    alerts: "Alertas",
    privacy: "Privacidad y datos",
    developer: "Desarrollo",
    activity: "Registro de actividad",
  },
  descriptions: {
    general: "Sus preferencias, y quién trabaja en esta tienda.",
    alerts: "Reciba un mensaje cuando los webhooks dejen de funcionar.",
    privacy: "Quién ve los datos de los clientes y cuánto tiempo guardamos los eventos.",
    developer: "Cómo llegan los eventos a Keeper, y qué puede leer Keeper.",
    activity: "Quién cambió qué, y por qué. Lo guardamos un año.",
  },
  pageTitle: (page) => `Configuración: ${page}`,
  pageLinks: "Páginas de configuración",
  slow: "Estos ajustes tardan más de lo habitual en cargar.",
  ownerLine: "Solo el propietario puede cambiar los ajustes de toda la tienda.",
  leaveQuestion: "¿Salir sin guardar?",
  leaveText: "Hay cambios sin guardar en esta página.",
  leave: "Salir de la página",

  language: "Idioma",
  languageText: "Solo para usted. Las horas son las de la zona horaria de la tienda.",

  people: "Personas",
  peopleText: "Quién puede abrir Keeper. Gestiónelo en su panel de control.",
  peopleList: "Personas con acceso",
  email: "Correo",
  role: "Función",
  lastSeen: "Última actividad",
  owner: "Propietario",
  member: "Equipo",
  you: (email) => `${email} (usted)`,
  signOut: "Cerrar sesión",
  signOutQuestion: "¿Cerrar sesión?",
  signOutText: "Se cerrará su sesión en todas partes. Abra Keeper de nuevo desde el menú Aplicaciones.",
  signOutEveryone: "Cerrar la sesión de todos",
  signOutEveryoneQuestion: "¿Cerrar la sesión de todos?",
  signOutEveryoneText:
    "Se cierra la sesión de todos en esta tienda, también la suya. Nadie pierde el acceso: Keeper se abre de nuevo desde el menú Aplicaciones.",
  signOutFailed: "No se pudo cerrar la sesión",

  store: "Esta tienda",
  name: "Nombre",
  unnamed: "Aún no se conoce",
  domain: "Dominio",
  hash: "Hash de la tienda",
  installed: "Instalada",
  timezone: "Zona horaria",
  demo: "Demo",
  demoText: "Tienda de demostración con eventos de ejemplo",

  welcome: "Guía de configuración",
  welcomeText: "Elija eventos y vea llegar el primero.",
  openWelcome: "Abrir la guía",

  staff: "Equipo",
  staffText: "Lo que pueden hacer otras personas que no son el propietario.",
  kept: "Historial de eventos",
  keptText: "Cuánto tiempo guardamos los eventos, con lo que cambió.",
  keepFor: "Guardamos los eventos durante",
  days: (count) => counted(count, "día", "días"),
  keptCount: "Eventos guardados",
  oldest: "Evento más antiguo",
  noneKept: "Ninguno aún",

  address: "Dirección de recepción",
  addressText: "BigCommerce envía aquí los eventos de esta tienda.",
  copyAddress: "Copiar dirección de recepción",
  proof: "Verificación de eventos",
  proofText: "Cómo comprobamos que los eventos vienen de BigCommerce.",
  signatureOnly: "BigCommerce firma cada evento. Rechazamos los que no llevan su firma.",
  signatureOrHeader:
    "BigCommerce firma cada evento, y cada webhook lleva el secreto de esta tienda. Rechazamos los que no tienen ninguna de las dos cosas.",
  permissions: "Permisos",
  permissionsText: "Lo que esta tienda deja leer a Keeper.",
  noPermissions: "Ninguno",
  scopes: "Nombres en BigCommerce",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Idioma",
  panel: "Como en el panel de control",
  failed: "No se pudo cambiar el idioma. Inténtelo de nuevo.",
};

export const EXTENSIONS: typeof english.EXTENSIONS = {
  title: "Menús del panel de control",
  text: "En sus listas de pedidos, productos y clientes, una entrada del menú abre los eventos de una fila.",
  label: "Abrir eventos desde las listas",
  isOn: "Activado. La entrada está en sus listas.",
  isOff: "Desactivado. La entrada no está en sus listas.",
  isLate: "BigCommerce aún no ha hecho este cambio. Lo intentaremos de nuevo en la próxima comprobación.",
  slow: "Este ajuste tarda más de lo habitual en cargar.",
};

const listed = listedIn("es");

const READ: Readonly<Partial<Record<string, string>>> = {
  store_v2_information: "los datos de la tienda",
  store_v2_orders: "los pedidos",
  store_v2_products: "los productos",
  store_v2_customers: "los clientes",
  store_cart: "los carritos",
  store_channel_settings: "los canales",
};

export const permissionsText: typeof english.permissionsText = (scopes) => {
  const words = scopes.flatMap((scope) => READ[scope.replace(/_read_only$/, "")] ?? []);
  return words.length === 0 ? "No puede leer nada de su tienda." : `Puede leer ${listed(words)}.`;
};
