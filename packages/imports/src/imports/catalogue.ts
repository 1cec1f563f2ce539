import type { ImportKind } from '@atlas/contract';
import { assert } from '@atlas/kernel';
import type { Importable, ImportTable } from '@atlas/platform';

/** What the modules let files bring in: handed over by the composition root, because imports knows none of them. */
export type Catalogue = {
  /** In an order in which each comes after what it refers to. */
  readonly importables: readonly Importable[];
  /** All that files may hold: records, lines of documents, and documents with their lines. */
  readonly kinds: readonly ImportKind[];
  kind(name: string): ImportKind | undefined;
  /** What a table of this kind is read into; undefined for files whose rows are records themselves. */
  table(name: string): { readonly table: ImportTable; readonly importable: Importable } | undefined;
  /** What a file of this kind does to records, by the names of operations. */
  doneBy(name: string): readonly string[];
};

function inOrder(importables: readonly Importable[]): Importable[] {
  const sorted: Importable[] = [];
  const waiting = [...importables];
  const isDone = (name: string) => sorted.some(({ kind }) => kind.name === name);
  while (waiting.length > 0) {
    const index = waiting.findIndex(({ after }) => after.every(isDone));
    assert(index >= 0, `imports wait for each other: ${waiting.map(({ kind }) => kind.name).join(', ')}`);
    sorted.push(...waiting.splice(index, 1));
  }
  return sorted;
}

/** A table brings what its documents refer to, besides them. */
function doneBy(importables: readonly Importable[], name: string): string[] {
  const own = importables.filter(({ kind, lines, table }) => [kind, lines, table?.kind].some((each) => each?.name === name));
  const mentioned = own.flatMap(({ table, after }) => (table?.kind.name === name ? after : []));
  const others = importables.filter(({ kind }) => mentioned.includes(kind.name));
  return [...own, ...others].flatMap(({ does }) => does);
}

export function catalogueOf(importables: readonly Importable[]): Catalogue {
  const kinds = importables.flatMap(({ kind, lines, table }) => [
    kind,
    ...(lines ? [lines] : []),
    ...(table ? [table.kind] : []),
  ]);
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  const tables = importables.flatMap((importable) => (importable.table ? [{ table: importable.table, importable }] : []));
  return {
    importables: inOrder(importables),
    kinds,
    kind: (name) => byName.get(name),
    table: (name) => tables.find(({ table }) => table.kind.name === name),
    doneBy: (name) => doneBy(importables, name),
  };
}
