import { expect, test } from 'vitest';
import { type Found, findIn, isId } from './audit-finds.ts';

const all: readonly Found[] = [
  { filter: 'actorId', value: '01a2', label: 'Ada Ledger' },
  { filter: 'action', value: 'sales.invoice.post', label: 'Invoice: Posted' },
  { filter: 'action', value: 'sales.invoice.void', label: 'Invoice: Voided' },
];

test.each([
  ['ada', ['01a2']],
  ['posted invoice', ['sales.invoice.post']],
  ['sales.invoice', ['sales.invoice.post', 'sales.invoice.void']],
  ['nobody', []],
  ['', []],
])('"%s" finds %j', (text, values) => {
  expect(findIn(all, text).map(({ value }) => value)).toEqual(values);
});

test('an id is an id as a whole', () => {
  expect(isId('01a200c0-e548-74db-98d5-cc660d7e3aa6')).toBe(true);
  expect(isId('01a200c0')).toBe(false);
});
