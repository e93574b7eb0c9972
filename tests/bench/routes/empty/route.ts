/** The floor of anything inside a route handler: nothing is read, nothing is done. */
export function POST(): Response {
  return new Response(null);
}
