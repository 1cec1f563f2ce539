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
  // Writes any report, with the terms of that one.
  'accounting.report.export': [],
};

/** Reports that tell what is so today, and so not as it was known on another day. */
const ofToday = [
  'assets.report.register',
  'sales.report.revenue_breakdown',
  'sales.report.receivables_ageing',
  'accounting.report.export',
];

it('every report of the books is told as it was known on any day, on the screen and as a file', () => {
  const operations = modules.flatMap((module) => module.operations).map(({ route }) => route);
  const reports = operations.filter(({ name }) => name.includes('.report.'));
  expect(reports.map(({ name }) => name)).toEqual(expect.arrayContaining(ofToday));
  const knows = reports.map(({ name, input }) => [name, 'knownOn' in input.shape]);
  expect(knows).toEqual(reports.map(({ name }) => [name, !ofToday.includes(name)]));
  const files = modules.flatMap(({ reportables }) => reportables.map(({ spec }) => spec));
  const shapes = new Map(operations.map(({ name, input }) => [name, input.shape]));
  expect(files.map(({ name, terms }) => [name, 'knownOn' in terms.shape])).toEqual(
    files.map(({ name, permission }) => [name, 'knownOn' in (shapes.get(permission) ?? {})]),
  );
});

it('every report of the books counts only what names some values, where that is asked for', () => {
  const reports = modules.flatMap(({ operations }) => operations).filter(({ route }) => route.name.includes('.report.'));
  const names = reports.map(({ route }) => route.name);
  expect(names).toEqual(expect.arrayContaining([...Object.keys(apart), 'payments.report.ageing', 'tax.report.read']));
  const found = reports.map(({ route: { name, input } }) => [name, askedOf(input.shape)]);
  expect(found).toEqual(names.map((name) => [name, apart[name] ?? ['dimensions', 'without']]));
});

it('every report that is written as a file counts what the one on the screen counts, and is guarded as it is', () => {
  const inputs = new Map(modules.flatMap(({ operations }) => operations.map(({ route }) => [route.name, route.input.shape])));
  const specs = modules.flatMap(({ reportables }) => reportables.map(({ spec }) => spec));
  expect(specs.map(({ name }) => name)).toEqual(expect.arrayContaining(['trial_balance', 'journal']));
  const asked = specs.map(({ name, terms }) => [name, askedOf(terms.shape)]);
  expect(asked).toEqual(specs.map(({ name, permission }) => [name, askedOf(inputs.get(permission) ?? {})]));
});
