import type { Output } from '@atlas/contract';
import type { ListRoute } from '@atlas/sdk';
import type { ReactNode } from 'react';

export type RowOf<R extends ListRoute> = Output<R>['items'][number] & { id: string };

export type Column<T> = {
  key: string;
  label: string;
  /** Least width in pixels; what is left over goes to columns by `grow`. */
  width: number;
  grow?: number;
  align?: 'end';
  /** Name of the sort in the contract, where the list can be sorted by this column. */
  sort?: string;
  /** Left out on narrow screens. */
  wide?: boolean;
  /** Hidden until someone chooses to see it. */
  extra?: boolean;
  /** Never hidden: what a row is known by. */
  fixed?: boolean;
  cell: (row: T) => ReactNode;
  /** What an export writes; left out, the column is not exported. */
  text?: (row: T) => string;
};

type FilterBase = { name: string; label: string };
export type ChoiceFilter = FilterBase & { kind: 'choice'; options: readonly { value: string; label: string }[] };
export type DateFilter = FilterBase & { kind: 'date' };
export type TextFilter = FilterBase & { kind: 'text' };
export type RecordFilter = FilterBase & {
  kind: 'record';
  /** Draws the picker of a record and says the name of the chosen one. */
  picker: (value: string, onChange: (value: string | null) => void) => ReactNode;
  chosen: (value: string) => ReactNode;
};
export type Filter = ChoiceFilter | DateFilter | TextFilter | RecordFilter;

/** What a list shows, as the URL says it. */
export type ListState = { q: string; sort: string; filters: Readonly<Record<string, string>> };
