import { AtlasError, period, present } from '@atlas/kernel';
import { reportable } from '@atlas/platform';
import { byDimensionFile as spec } from '../contract/report-specs.ts';
import { loadDimension } from '../dimensions/dimensions.repository.ts';
import { readByDimension } from '../dimensions/read-by-dimension.ts';
import { byDimensionPaper } from './by-dimension-paper.ts';
import { checkColumns } from './check-columns.ts';
import { reportHead } from './report-paper.ts';

/** More columns of values than a page of paper holds in letters that can be read. */
const mostPrintedValues = 24;

/** Accounts by the values of a dimension as a file. */
export const byDimensionFile = reportable({
  spec,
  check: async (tx, terms) => {
    const { from, to } = terms;
    if (from !== undefined) period(from, to);
    await Promise.all([reportHead(tx, terms), checkColumns(tx, terms)]);
    return [from, to].filter((day) => day !== undefined);
  },
  /** @throws AtlasError `accounting.no_columns_by_value` when a page of paper does not hold the values */
  paper: ({ read, format, language }, { by, ...terms }) =>
    read(async (tx) => {
      const [report, head, dimension] = await Promise.all([
        readByDimension.in(tx, { dimensionId: by, ...terms }),
        reportHead(tx, terms),
        loadDimension(tx, by),
      ]);
      if (format === 'pdf' && report.columns.length > mostPrintedValues)
        throw new AtlasError(
          'accounting.no_columns_by_value',
          `${report.columns.length} values do not fit on a page: ask below one of them, or for another kind of file.`,
        );
      const { name } = present(dimension, 'dimensions are never deleted');
      return byDimensionPaper(head, { dimension: name, below: terms.below, knownOn: terms.knownOn, language }, report);
    }),
});
