/** Header that our hooks carry with a secret of the store, in lower case as a request shows it. */
export const SECRET_HEADER = "x-webhook-keeper-secret";
