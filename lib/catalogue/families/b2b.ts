import type { Family } from "#lib/catalogue/types.ts";

const user = "company ID and user ID";
const address = "company ID and address ID";
const quote = "quote ID";

export const B2B: Family = {
  group: "b2b",
  contains: "company ID",
  // The control panel's wording: the name of the parameter is not published.
  readScopes: ["B2B Edition: modify"],
  rows: [
    ["company/created", "Company created", "A company account is opened."],
    ["company/updated", "Company updated", "Details of a company change, such as its price list or parent."],
    ["company/statusUpdated", "Company status updated", "A company is approved, rejected or turned off."],
    [
      "company/superadmin/assignmentUpdated",
      "Company super admins updated",
      "A company gets or loses a super admin.",
    ],
    ["company/deleted", "Company deleted", "A company account is removed."],
    ["company/user/created", "Company user created", "A buyer is added to a company.", user],
    ["company/user/updated", "Company user updated", "Details of a company's buyer change.", user],
    ["company/user/deleted", "Company user deleted", "A buyer is removed from a company.", user],
    ["company/address/created", "Company address created", "A company gets another address.", address],
    ["company/address/updated", "Company address updated", "An address of a company changes.", address],
    ["company/address/deleted", "Company address deleted", "An address of a company is removed.", address],
    ["superadmin/created", "Super admin created", "A super admin is added.", "user ID"],
    ["superadmin/updated", "Super admin updated", "Details of a super admin change.", "user ID"],
    [
      "superadmin/assignmentUpdated",
      "Super admin companies updated",
      "A super admin gets or loses companies to look after.",
      "user ID",
    ],
    ["superadmin/deleted", "Super admin deleted", "A super admin is removed.", "user ID"],
    ["quote/created", "Quote created", "A buyer asks for a quote or a sales person writes one.", quote],
    ["quote/updated", "Quote updated", "Items, prices, addresses or files of a quote change.", quote],
    ["quote/statusUpdated", "Quote status updated", "A quote moves to another status.", quote],
    ["quote/deleted", "Quote deleted", "An app removes a quote.", quote],
  ],
};
