import { errorCatalogue, event, route } from '@atlas/contract';
import { defineModule, query } from '@atlas/platform';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { House } from './house.ts';
import { oneName } from './one-name.ts';

const nothing: House = { root: '', files: [], sources: [] };

const reads = (name: string, path: `/${string}`, errors: readonly string[] = [], method: 'GET' | 'POST' = 'GET') =>
  query(route({ name, method, path, summary: 'A fixture', input: z.object({}), output: z.object({}), errors }), async () => ({}));

const told = (parts: Parameters<typeof defineModule>[1]) =>
  oneName(nothing, [defineModule('stock', parts)]).map(({ message }) => message);

const events = (name: string) => ({ events: [event({ name, summary: 'A fixture', payload: z.object({}) })] });

describe('one name everywhere', () => {
  it('is content with a module that keeps the names', () => {
    const parts = { ...events('stock.item.counted'), errors: errorCatalogue({ 'stock.no_item': { status: 422, title: 'x' } }) };
    expect(told({ ...parts, operations: [reads('stock.item.list', '/items', ['stock.no_item'])] })).toEqual([]);
  });

  it.each([
    ['of two words', reads('stock.list', '/items'), 'stock.list: an operation is called module.aggregate.verb'],
    [
      'of another module',
      reads('sales.item.list', '/items'),
      'sales.item.list: belongs to stock and does not begin with its name',
    ],
    [
      'with a parameter that the input lacks',
      reads('stock.item.get', '/items/{id}'),
      'stock.item.get: the path names {id}, which the input does not have',
    ],
    [
      'that posts to a singular',
      reads('stock.item.count', '/item', [], 'POST'),
      'stock.item.count: POST /item: resources are plural nouns',
    ],
    [
      'that names an undeclared error',
      reads('stock.item.list', '/items', ['stock.gone']),
      'stock.gone: stock.item.list names it, and no catalogue declares it',
    ],
  ])('refuses an operation %s', (_what, operation, message) => {
    expect(told({ operations: [operation] })).toEqual([message]);
  });

  it('refuses two operations with one name or one place', () => {
    expect(told({ operations: [reads('stock.item.list', '/items'), reads('stock.item.list', '/things')] })).toEqual([
      'stock.item.list: two things bear this name',
    ]);
    expect(told({ operations: [reads('stock.item.get', '/items'), reads('stock.item.list', '/items')] })).toEqual([
      'stock.item.get: GET /items belongs to stock.item.list as well',
    ]);
  });

  it('refuses an event in the present tense or of another module', () => {
    expect(told(events('stock.item.count'))).toEqual(['stock.item.count: an event is a fact in the past tense']);
    expect(told(events('sales.item.counted'))).toEqual(['sales.item.counted: belongs to stock and does not begin with its name']);
  });

  it('refuses an error code without the name of its module', () => {
    expect(told({ errors: errorCatalogue({ 'sales.no_item': { status: 422, title: 'x' } }) })).toEqual([
      'sales.no_item: an error of stock is called stock.what_is_wrong',
    ]);
  });

  it('refuses a thrown code that nobody declares', () => {
    const text = "\nthrow new AtlasError('stock.gone', 'It is gone.');";
    const source = { path: 'packages/stock/src/items/x.ts', text, tree: {} as never };
    expect(oneName({ ...nothing, sources: [source] }, [])).toEqual([
      { file: 'packages/stock/src/items/x.ts', line: 2, message: 'throws stock.gone, which no catalogue declares' },
    ]);
  });
});
