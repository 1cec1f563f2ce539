import { expect, test } from 'vitest';
import { administratorOf } from './administrator.ts';

test.each([
  ['postgresql://me:pw@db:5433', 'atlas'],
  ['postgresql://me:pw@db:5433/', 'atlas'],
  ['postgresql://me:pw@db:5433/postgres', 'atlas'],
  ['postgresql://me:pw@db:5433/books', 'books'],
])('%s means the database %s', (url, database) => {
  expect(administratorOf(url)).toEqual({ administratorUrl: 'postgresql://me:pw@db:5433/postgres', database });
});
