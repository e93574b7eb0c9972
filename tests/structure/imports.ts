import { globSync, readFileSync } from "node:fs";
import { dirname, posix } from "node:path";

/** Who imports whom, types included: paths from the root of the project. Tests and generated code are left out. */
export function readImports(pattern: string): Map<string, string[]> {
  const files = globSync(pattern).filter(
    (file) => !/\.(test|spec)\.tsx?$/.test(file) && !file.includes("/generated/"),
  );
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(file, "utf8"))]));
}

const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)"([#.][^"]+)"/g;

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map(([, specifier = ""]) =>
    specifier.startsWith("#") ? specifier.slice(1) : posix.join(dirname(file), specifier),
  );
}

/** Groups of nodes of which each reaches every other; a node alone is none. Source: Tarjan, 1972. Pure. */
export function loopsOf(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const loops: string[][] = [];
  const visit = (node: string): void => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const group = stack.splice(stack.indexOf(node));
    if (group.length > 1) loops.push(group.toSorted());
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return loops;
}
