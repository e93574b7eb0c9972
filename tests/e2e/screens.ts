import { eventButtons, expect, switchOf, type FrameLocator } from "./fixtures.ts";

/** What the app answers when it cannot read what is asked for. */
export const FAILED = { status: 500, contentType: "application/json", body: "{}" };

/** A screen, how its data is asked for, and when it is all there. */
export interface ScreenOfData {
  name: string;
  /** In the names of its pictures. */
  picture: string;
  path: string;
  data: RegExp;
  shown(app: FrameLocator): Promise<void>;
  /** What is said when the data does not come. */
  broken: string | RegExp;
}

export const SCREENS: readonly ScreenOfData[] = [
  {
    name: "Overview",
    picture: "overview",
    path: "/overview",
    data: /\/api\/overview$/,
    shown: (app) =>
      expect(app.getByRole("img", { name: /events received in the last 24 hours/ })).toBeVisible(),
    broken: "These numbers are taking longer than usual.",
  },
  {
    name: "Webhooks",
    picture: "webhooks",
    path: "/webhooks",
    data: /\/api\/subscriptions$/,
    shown: (app) => expect(switchOf(app, "Order created")).toBeChecked(),
    broken: "Your webhooks are taking longer than usual to load.",
  },
  {
    name: "Events",
    picture: "events",
    path: "/events",
    data: /\/api\/events\?/,
    shown: (app) => expect(eventButtons(app)).toHaveCount(6),
    broken: "These events are taking longer than usual to load.",
  },
  {
    name: "Destinations",
    picture: "destinations",
    path: "/destinations",
    data: /\/api\/destinations$/,
    shown: (app) => expect(app.getByRole("heading", { name: "No destinations yet" })).toBeVisible(),
    broken: "Your destinations are taking longer than usual to load.",
  },
  {
    name: "Settings: General",
    picture: "settings-general",
    path: "/settings",
    data: /\/api\/settings$/,
    shown: (app) => expect(app.getByText("People who can open Keeper.")).toBeVisible(),
    broken: "These settings are taking longer than usual to load.",
  },
  {
    name: "Settings: Alerts",
    picture: "settings-alerts",
    path: "/settings/alerts",
    data: /\/api\/alerts\/settings$/,
    shown: (app) =>
      expect(
        app.getByRole("button", { name: "Save alerts" }).or(app.getByText("Alert me about")),
      ).toBeVisible(),
    broken: "Loading alert settings is taking longer than usual.",
  },
  {
    name: "Settings: Privacy and data",
    picture: "settings-privacy",
    path: "/settings/privacy",
    data: /\/api\/privacy$/,
    shown: (app) => expect(app.getByRole("switch", { name: "Staff can change webhooks" })).toBeChecked(),
    broken: "Loading privacy settings is taking longer than usual.",
  },
  {
    name: "Settings: Developer",
    picture: "settings-developer",
    path: "/settings/developer",
    data: /\/api\/settings\/secret$/,
    shown: (app) => expect(app.getByRole("button", { name: "Renew secret" })).toBeVisible(),
    broken: "Loading the renewal's progress is taking longer than usual.",
  },
  {
    name: "Settings: Activity log",
    picture: "settings-activity",
    path: "/settings/activity",
    data: /\/api\/audit\?/,
    shown: (app) => expect(app.getByRole("button", { name: "Export as CSV" })).toBeVisible(),
    broken: "Loading the activity log is taking longer than usual.",
  },
  {
    name: "Welcome to Webhook Keeper",
    picture: "welcome",
    path: "/welcome",
    data: /\/api\/subscriptions$/,
    shown: (app) => expect(app.getByText(/parcel\. 4 of 10 on\.$/)).toBeVisible(),
    broken: "Your webhooks are taking longer than usual to load.",
  },
];
