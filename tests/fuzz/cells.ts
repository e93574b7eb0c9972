import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PROJECT_DIR } from "#scripts/child.ts";
import { filesNamed } from "#tests/support/routes.ts";

/** One address of the app, by one method, with a session or without. */
export interface Cell {
  /** Folder of the route or page, as in the file system. */
  address: string;
  method: string;
  hasSession: boolean;
}

const OWN_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const OTHER_METHODS = ["OPTIONS", "TRACE", "PROPFIND"];
/** How often a cell comes round. A page costs four times what a route does, and all pages are of few shapes. */
const TURNS = { answered: 12, refused: 2, page: 1, unheardOf: 1 };

/** The methods that a route file answers by itself; the others it refuses by one and the same handler. Pure. */
export function answeredMethods(source: string): string[] {
  const isOwn = (method: string) =>
    new RegExp(String.raw`\b${method}: |export (?:async )?function ${method}\b`).test(source);
  return OWN_METHODS.filter(isOwn);
}

/**
 * Every address below `app/` by every method, with and without a session, as the file system has them now: a new one is tried
 * without being named here.
 */
export function allCells(): { cell: Cell; turns: number }[] {
  const cellsOf = (name: string, turnsOf: (source: string) => (method: string) => number) =>
    filesNamed(name, "app").flatMap((path) => {
      const address = path.slice("app".length, -name.length - 1) || "/";
      const turns = turnsOf(readFileSync(join(PROJECT_DIR, path), "utf8"));
      return [...OWN_METHODS, ...OTHER_METHODS].flatMap((method) =>
        [true, false].map((hasSession) => ({ cell: { address, method, hasSession }, turns: turns(method) })),
      );
    });
  return [
    ...cellsOf("route.ts", (source) => {
      const answered = answeredMethods(source);
      return (method) =>
        answered.includes(method)
          ? TURNS.answered
          : OWN_METHODS.includes(method)
            ? TURNS.refused
            : TURNS.unheardOf;
    }),
    ...cellsOf("page.tsx", () => () => TURNS.page),
  ];
}

/** One round: each cell as often as it has turns, equal ones far apart. */
export function roundOf(cells: readonly { cell: Cell; turns: number }[]): Cell[] {
  return cells
    .flatMap(({ cell, turns }, index) =>
      Array.from({ length: turns }, (_, turn) => ({ cell, at: (turn + index / cells.length) / turns })),
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ cell }) => cell);
}

/** Counts how often each cell was asked for by an address that is its own. */
export class Coverage {
  readonly #counts: Map<string, number>;

  constructor(cells: readonly Cell[]) {
    this.#counts = new Map(cells.map((cell) => [nameOf(cell), 0]));
  }

  count(cell: Cell): void {
    this.#counts.set(nameOf(cell), (this.#counts.get(nameOf(cell)) ?? 0) + 1);
  }

  /** The cell that was asked for most rarely, and how often. */
  least(): { name: string; times: number; cells: number } {
    const [name = "none", times = 0] = [...this.#counts].toSorted(([, a], [, b]) => a - b)[0] ?? [];
    return { name, times, cells: this.#counts.size };
  }
}

const nameOf = ({ address, method, hasSession }: Cell): string =>
  `${method} ${address} ${hasSession ? "with" : "without"} a session`;
