import { expect, test } from 'vitest';
import { postalLines } from './postal-lines.ts';

const nowhere = { street: null, postalCode: null, city: null, region: null };

test.each([
  [{ ...nowhere, street: 'Hafenstraße 1', postalCode: '20457', city: 'Hamburg' }, null, ['Hafenstraße 1', '20457 Hamburg']],
  [{ ...nowhere, postalCode: '87110', city: 'Albuquerque', region: 'NM' }, 'Usa', ['87110 Albuquerque, NM', 'USA']],
  [{ ...nowhere, region: 'Bavaria' }, null, ['Bavaria']],
  [nowhere, null, []],
])('%j in %s is written %j', (address, country, lines) => {
  expect(postalLines(address, country)).toEqual(lines);
});
