import { expect, test } from 'vitest';
import { defaultsFor, fieldOf, mapColumn, mappingFor, missingFields, withDefault } from './column-mapping.ts';

const fields = [
  { name: 'code', label: 'Code', required: true },
  { name: 'name', label: 'Name', required: true },
  { name: 'postalCode', label: 'Postal code', required: false },
];

test('a field has one column and a column one field', () => {
  const mapping = { code: 'ID', name: 'Company' };
  expect(mapColumn(mapping, 'Other', 'name')).toEqual({ code: 'ID', name: 'Other' });
  expect(mapColumn(mapping, 'ID', 'name')).toEqual({ name: 'ID' });
  expect(mapColumn(mapping, 'ID', null)).toEqual({ name: 'Company' });
  expect([fieldOf(mapping, 'ID'), fieldOf(mapping, 'Fax')]).toEqual(['code', null]);
});

test('names the required fields that have neither column nor default', () => {
  expect(missingFields(fields, { code: 'ID' }, {}).map(({ label }) => label)).toEqual(['Name']);
  expect(missingFields(fields, { code: 'ID', name: 'Company' }, {})).toEqual([]);
  expect(missingFields(fields, { code: 'ID' }, { name: 'Unknown' })).toEqual([]);
});

test('a default goes with its text or its field', () => {
  expect(withDefault({ name: 'A' }, 'code', ' C1 ')).toEqual({ name: 'A', code: 'C1' });
  expect(withDefault({ name: 'A', code: 'C1' }, 'name', ' ')).toEqual({ code: 'C1' });
  expect(defaultsFor(fields, { name: 'A', quantity: '1' })).toEqual({ name: 'A' });
});

test('keeps what still fits when the kind changes and adds what fits by name', () => {
  expect(mappingFor(fields, ['ID', 'NAME', 'Postal-Code'], { code: 'ID', salesPrice: 'Price' })).toEqual({
    code: 'ID',
    name: 'NAME',
    postalCode: 'Postal-Code',
  });
});
