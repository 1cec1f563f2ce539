'use client';
import { useColumnChoices } from '../shell/ui-store.ts';
import type { Column } from './list-types.ts';

/** The columns of a list that are not shown: as someone chose, otherwise those that are extra. */
export function useHiddenColumns(name: string, columns: readonly Column<never>[]): readonly string[] {
  const chosen = useColumnChoices((choices) => choices.hidden[name]);
  return chosen ?? columns.filter(({ extra }) => extra).map(({ key }) => key);
}
