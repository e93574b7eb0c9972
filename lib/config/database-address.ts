/** What `target_session_attrs` may ask of a server. Source: PostgreSQL manual, libpq connection parameters. */
const ROLES = ["any", "read-write", "primary"] as const;
export type WantedRole = (typeof ROLES)[number];

/** A database, and the servers on which it may be. */
export interface DatabaseAddress {
  /** The same database on each of the servers, in the order given; an ordinary address each. */
  servers: readonly string[];
  /** What a server must be to be taken. Of several, only one that takes changes is of use, unless somebody says otherwise. */
  wanted: WantedRole;
}

const PARTS = /^(?<scheme>postgres(?:ql)?:\/\/)(?:(?<person>[^/?#]*)@)?(?<hosts>[^/?#]*)(?<rest>[/?#].*)?$/;

/**
 * Reads the address of a database, which may name several servers as libpq has it:
 * `postgres://user:password@first:5432,second:5433/keeper?target_session_attrs=read-write`. Pure.
 * @returns null when it cannot be read, or asks for a server that takes no changes.
 */
export function readAddress(text: string): DatabaseAddress | null {
  const { scheme = "", person, hosts = "", rest = "" } = PARTS.exec(text)?.groups ?? {};
  if (scheme === "") return null;
  const before = scheme + (person === undefined ? "" : `${person}@`);
  const servers = hosts.split(",").map((host) => before + host + rest);
  if (!servers.every((server) => URL.canParse(server)) || (servers.length > 1 && /^,|,,|,$/.test(hosts)))
    return null;
  const asked = new URL(servers[0] ?? "").searchParams.get("target_session_attrs");
  const wanted = ROLES.find((role) => role === (asked ?? (servers.length > 1 ? "read-write" : "any")));
  return wanted ? { servers, wanted } : null;
}

/** Names a database to people: its servers and its name, never its user's password. Pure. */
export function nameOf(databaseUrl: string): string {
  const servers = (readAddress(databaseUrl)?.servers ?? []).map((server) => new URL(server));
  return servers.map(({ host }) => host).join(",") + (servers[0]?.pathname ?? "");
}

/** The address of another database on the same servers. Pure. */
export function beside(databaseUrl: string, database: string): string {
  const { scheme = "", person, hosts = "", rest = "" } = PARTS.exec(databaseUrl)?.groups ?? {};
  const settings = /[?#].*$/.exec(rest)?.[0] ?? "";
  return `${scheme}${person === undefined ? "" : `${person}@`}${hosts}/${database}${settings}`;
}
