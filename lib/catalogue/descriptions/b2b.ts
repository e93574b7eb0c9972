import type { DescribedFamily } from "#lib/catalogue/types.ts";

const user = "company ID and user ID";
const address = "company ID and address ID";
const quote = "quote ID";

export const B2B: DescribedFamily = {
  contains: "company ID",
  // The control panel's wording: the name of the parameter is not published.
  readScopes: ["B2B Edition: modify"],
  rows: [
    ["company/created", "A company account is opened."],
    ["company/updated", "Details of a company change, such as its price list or parent."],
    ["company/statusUpdated", "A company is approved, rejected or turned off."],
    ["company/superadmin/assignmentUpdated", "A company gets or loses a super admin."],
    ["company/deleted", "A company account is removed."],
    ["company/user/created", "A buyer is added to a company.", user],
    ["company/user/updated", "Details of a company's buyer change.", user],
    ["company/user/deleted", "A buyer is removed from a company.", user],
    ["company/address/created", "A company gets another address.", address],
    ["company/address/updated", "An address of a company changes.", address],
    ["company/address/deleted", "An address of a company is removed.", address],
    ["superadmin/created", "A super admin is added.", "user ID"],
    ["superadmin/updated", "Details of a super admin change.", "user ID"],
    ["superadmin/assignmentUpdated", "A super admin gets or loses companies to look after.", "user ID"],
    ["superadmin/deleted", "A super admin is removed.", "user ID"],
    ["quote/created", "A buyer asks for a quote or a sales person writes one.", quote],
    ["quote/updated", "Items, prices, addresses or files of a quote change.", quote],
    ["quote/statusUpdated", "A quote moves to another status.", quote],
    ["quote/deleted", "An app removes a quote.", quote],
  ],
};
