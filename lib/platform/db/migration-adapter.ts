import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { beside } from "#lib/config/database-address.ts";
import { poolSettings } from "./connection.ts";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;

/** Mends three things of the adapter that migrations run into. */
export class MigrationAdapter extends PrismaPg {
  readonly #pool: EnginePool;
  readonly #url: string;

  constructor(pool: EnginePool, url: string) {
    super(pool);
    this.#pool = pool;
    this.#url = url;
  }

  override async connect(): Promise<Adapter> {
    return mended(await super.connect(), this.#pool);
  }

  /** The original creates a shadow database and then connects to the first one, when given a connection string. */
  override async connectToShadowDb(): Promise<Adapter> {
    const name = `shadow_${randomUUID().replaceAll("-", "")}`;
    await this.#pool.query(`CREATE DATABASE ${name}`);
    const pool = new EnginePool(beside(this.#url, name));
    const adapter = mended(await new PrismaPg(pool).connect(), pool);
    adapter.dispose = async () => {
      await pool.end();
      await this.#pool.query(`DROP DATABASE ${name} WITH (FORCE)`);
    };
    return adapter;
  }
}

/** Hands scripts to the server whole (the original cuts them at every semicolon, also inside a function), and keeps "char". */
function mended(adapter: Adapter, pool: EnginePool): Adapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type, index) =>
      pool.charColumns.has(result.columnNames[index] ?? "") ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  adapter.executeScript = async (script) => {
    await pool.query(script);
  };
  return adapter;
}

/** PostgreSQL's one-byte "char", which its catalogue uses: the adapter knows no such column, the engine insists on it. */
const OID_CHAR = 18;
const OID_TEXT = 25;

/** Connections for the schema engine: they present "char" as text, and remember which columns were so. */
export class EnginePool extends pg.Pool {
  readonly charColumns = new Set<string>();

  constructor(databaseUrl: string) {
    super(poolSettings({ databaseUrl, name: "webhook-keeper migrate" }));
    // A pool's end does not wait for its connections' ends: a database that is dropped then cuts them off, which is no news.
    this.on("error", () => undefined);
    this.on("connect", (client) => {
      const { connection } = client as pg.PoolClient & { connection?: NodeJS.EventEmitter };
      // Before node-postgres itself hears of it, so that the adapter sees the type it can read.
      connection?.prependListener(
        "rowDescription",
        (message: { fields: { name: string; dataTypeID: number }[] }) => {
          for (const field of message.fields) {
            if (field.dataTypeID !== OID_CHAR) continue;
            this.charColumns.add(field.name);
            field.dataTypeID = OID_TEXT;
          }
        },
      );
    });
  }
}
