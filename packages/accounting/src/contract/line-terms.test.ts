import { type Route, routesIn } from '@atlas/contract';
import { expect, it } from 'vitest';
import * as contract from './index.ts';

/** What a report can be asked for of dimensions. */
const askedOf = ({ input }: Route): string[] => ['dimensions', 'without'].filter((name) => name in input.shape);

/** Planned amounts are of values of one dimension, or of the whole account: what names none was not planned apart. */
const byItsOwnDimension = 'accounting.report.budget';

it('every report counts only lines of some values, where that is asked for', () => {
  const reports = routesIn(contract).filter(({ name }) => name.startsWith('accounting.report.'));
  expect(reports.length).toBeGreaterThan(10);
  for (const report of reports)
    expect([report.name, askedOf(report)]).toEqual([
      report.name,
      report.name === byItsOwnDimension ? ['dimensions'] : ['dimensions', 'without'],
    ]);
});
