'use client';
import { useUrlParams } from './url-params.ts';

/** Which lines a report counts: of values, or of none of a dimension. */
export type LineFilter = { readonly dimensions: readonly string[]; readonly without: readonly string[] };

const listIn = (text: string | null): string[] => (text === null ? [] : text.split(',').filter((each) => each !== ''));
const textOf = (ids: readonly string[]): string | null => (ids.length === 0 ? null : ids.join(','));

/** As the query string has it: nothing where every line counts. */
export const filterParams = ({ dimensions, without }: LineFilter): Record<'dimensions' | 'without', string | null> => ({
  dimensions: textOf(dimensions),
  without: textOf(without),
});

/** As the API takes it. */
export const filterTerms = ({ dimensions, without }: LineFilter): { dimensions?: string[]; without?: string[] } => ({
  ...(dimensions.length > 0 ? { dimensions: [...dimensions] } : {}),
  ...(without.length > 0 ? { without: [...without] } : {}),
});

/** The end of a link to another report of the same lines. */
export const filterQuery = (filter: LineFilter): Record<string, string> =>
  Object.fromEntries(Object.entries(filterParams(filter)).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));

/** Which lines a report counts, kept in the URL. */
export function useLineFilter(): [filter: LineFilter, set: (filter: LineFilter) => void] {
  const [params, change] = useUrlParams();
  const filter = { dimensions: listIn(params.get('dimensions')), without: listIn(params.get('without')) };
  return [filter, (next) => change(filterParams(next))];
}
