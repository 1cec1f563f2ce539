import type { ImportKind } from '@atlas/contract';
import { assert } from '@atlas/kernel';
import type { Importable } from '@atlas/platform';

/** What the modules let files bring in: handed over by the composition root, because imports knows none of them. */
export type Catalogue = {
  /** In an order in which each comes after what it refers to. */
  readonly importables: readonly Importable[];
  /** All kinds of records, lines of documents among them. */
  readonly kinds: readonly ImportKind[];
  kind(name: string): ImportKind | undefined;
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

export function catalogueOf(importables: readonly Importable[]): Catalogue {
  const kinds = importables.flatMap(({ kind, lines }) => (lines ? [kind, lines] : [kind]));
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  return { importables: inOrder(importables), kinds, kind: (name) => byName.get(name) };
}
