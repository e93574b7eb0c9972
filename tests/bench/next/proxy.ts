import { NextResponse } from "next/server";

/** The product has a proxy that leaves its receiver out; what asking it costs belongs to the floor as well. */
export function proxy(): NextResponse {
  return NextResponse.next();
}

export const config = { matcher: "/((?!api/webhooks|api/empty|api/naive|_next/static).*)" };
