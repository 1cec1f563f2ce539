import { modules } from '@atlas/modules';
import { expect, it } from 'vitest';

/** What a report can be asked for of dimensions. */
const askedOf = (shape: object): string[] => ['dimensions', 'without'].filter((name) => name in shape);

/** Reports that stand apart, and what they can be asked for. */
const apart: Readonly<Record<string, readonly string[]>> = {
  // Planned amounts are of values of one dimension, or of the whole account: what names none was not planned apart.
  'accounting.report.budget': ['dimensions'],
  // A list of things that are owned, and an analysis of products that were sold: neither is of the ledger.
  'assets.report.register': [],
  'sales.report.revenue_breakdown': [],
};

it('every report of the books counts only what names some values, where that is asked for', () => {
  const reports = modules.flatMap(({ operations }) => operations).filter(({ route }) => route.name.includes('.report.'));
  const names = reports.map(({ route }) => route.name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(apart), 'payments.report.ageing', 'tax.report.read']));
  const found = reports.map(({ route: { name, input } }) => [name, askedOf(input.shape)]);
  expect(found).toEqual(names.map((name) => [name, apart[name] ?? ['dimensions', 'without']]));
});
