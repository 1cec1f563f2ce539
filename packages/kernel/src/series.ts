/** What documents are numbered by without gaps: a code and a fiscal year. */
type InSeries = { readonly code: string; readonly year: number };

/** How many numbers a series has to give. */
export type SeriesNeed = InSeries & { readonly amount: number };

/**
 * The place of each document among those of its series, in the order given: how many come after it (`fromLast`), so that the
 * last number drawn tells all of them. And what each series has to give, in the order in which series are locked: by code and year.
 */
export function inSeries<T extends InSeries>(
  documents: readonly T[],
): { placed: (T & { readonly fromLast: number })[]; needs: SeriesNeed[] } {
  const needs = new Map<string, SeriesNeed>();
  const placed = documents
    .toReversed()
    .map((document) => {
      const { code, year } = document;
      const key = `${code} ${year}`;
      const fromLast = needs.get(key)?.amount ?? 0;
      needs.set(key, { code, year, amount: fromLast + 1 });
      return { ...document, fromLast };
    })
    .toReversed();
  const byCode = (a: SeriesNeed, b: SeriesNeed): number => (a.code === b.code ? a.year - b.year : a.code < b.code ? -1 : 1);
  return { placed, needs: [...needs.values()].sort(byCode) };
}
