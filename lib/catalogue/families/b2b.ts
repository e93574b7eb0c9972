import type { Family } from "#lib/catalogue/types.ts";

export const B2B: Family = {
  group: "b2b",
  rows: [
    ["company/created", "Company created"],
    ["company/updated", "Company updated"],
    ["company/statusUpdated", "Company status updated"],
    ["company/superadmin/assignmentUpdated", "Company super admins updated"],
    ["company/deleted", "Company deleted"],
    ["company/user/created", "Company user created"],
    ["company/user/updated", "Company user updated"],
    ["company/user/deleted", "Company user deleted"],
    ["company/address/created", "Company address created"],
    ["company/address/updated", "Company address updated"],
    ["company/address/deleted", "Company address deleted"],
    ["superadmin/created", "Super admin created"],
    ["superadmin/updated", "Super admin updated"],
    ["superadmin/assignmentUpdated", "Super admin companies updated"],
    ["superadmin/deleted", "Super admin deleted"],
    ["quote/created", "Quote created"],
    ["quote/updated", "Quote updated"],
    ["quote/statusUpdated", "Quote status updated"],
    ["quote/deleted", "Quote deleted"],
  ],
};
