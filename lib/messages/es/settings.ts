import type * as english from "#lib/messages/en/settings.ts";
import { counted } from "./plural.ts";

export const area = "settings";

export const SETTINGS: typeof english.SETTINGS = {
  title: "Configuración",
  description: "Lo que vale para esta tienda.",
  slow: "Estos datos tardan más de lo habitual en cargar.",

  history: "Historial de eventos",
  historyText: "Cuánto tiempo se conservan los eventos; el propietario lo fija en Privacidad.",
  keepFor: "Conservar durante",
  days: (count) => counted(count, "día", "días"),
  kept: "Eventos conservados",
  oldest: "Evento más antiguo",
  noneKept: "Ninguno aún",

  address: "Dirección de recepción",
  addressText: "BigCommerce envía aquí los eventos de esta tienda.",
  copyAddress: "Copiar dirección de recepción",

  proof: "Prueba de origen",
  proofText: "Lo que muestra que BigCommerce envió un evento. Lo que no la lleva se rechaza.",
  signatureOnly: "Cada evento debe estar firmado por BigCommerce.",
  signatureOrHeader:
    "Cada evento debe estar firmado por BigCommerce o llegar con el encabezado secreto de esta tienda.",

  language: "Idioma",
  languageText:
    "Solo para usted. Las horas son las de la zona horaria de la tienda; al señalarlas aparece la hora UTC.",

  alerts: "Alertas",
  privacy: "Privacidad",
  privacyText: "Quién ve lo que se dice de sus clientes, y cuánto tiempo se conservan los eventos.",
  reading: "Qué cambió",

  people: "Personas",
  peopleText: "Quién puede abrir esta aplicación. El acceso se da en el panel de control de la tienda.",
  peopleList: "Personas con acceso",
  email: "Correo",
  role: "Función",
  lastSeen: "Última visita",
  owner: "Propietario",
  member: "Tiene acceso",
  you: (email) => `${email} (usted)`,
  signOut: "Cerrar sesión",
  signOutQuestion: "¿Cerrar sesión?",
  signOutText:
    "Sale de esta aplicación en todos los navegadores. Ábrala de nuevo desde el menú Aplicaciones de su tienda.",
  signOutEveryone: "Cerrar la sesión de todos",
  signOutEveryoneQuestion: "¿Cerrar la sesión de todos?",
  signOutEveryoneText:
    "Todos salen de esta aplicación en esta tienda, usted también. Nadie pierde el acceso: se abre de nuevo desde el menú Aplicaciones.",
  signOutFailed: "No se cerró la sesión de nadie.",

  store: "Esta tienda",
  name: "Nombre",
  unnamed: "Aún no se conoce",
  domain: "Dominio",
  hash: "Hash de la tienda",
  installed: "Instalada",
  timezone: "Zona horaria",
  permissions: "Permisos",
  noPermissions: "Ninguno",
  demo: "Demo",
  demoText: "Esta es la tienda de demostración: su primera semana de eventos es inventada.",

  welcome: "Primeros pasos",
  welcomeText: "Elija eventos y vea llegar el primero.",
  openWelcome: "Abrir primeros pasos",
};

export const LANGUAGE: typeof english.LANGUAGE = {
  label: "Idioma de esta aplicación",
  panel: "Como en el panel de control",
  failed: "El idioma sigue como estaba. Inténtelo de nuevo.",
};
