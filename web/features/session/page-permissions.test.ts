import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modules } from '@atlas/modules';
import { expect, test } from 'vitest';
import { isWriting, needOf, pageNeeds } from './page-permissions.ts';

const pages = join(import.meta.dirname, '..', '..', 'app', '(erp)');
const paths = readdirSync(pages, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('page.tsx'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/\/?page\.tsx$/, '')}`.replaceAll(/\[\w+\]/g, '*'));
const open = ['/', '/settings', '/settings/members', '/settings/profile', '/settings/security', '/settings/workspace'];

test('every page says what it needs, or is for everybody', () => {
  expect(paths.length).toBeGreaterThan(30);
  expect(paths.filter((path) => needOf(path) === null).sort()).toEqual([...open].sort());
});

test('a page needs an operation that exists', () => {
  const operations = new Set(modules.flatMap((module) => module.operations.map(({ route }) => route.name as string)));
  for (const [path, { permission }] of pageNeeds) if (paths.includes(path)) expect(operations, path).toContain(permission);
});

test('the page of a record is not the page that makes one', () => {
  expect(needOf('/invoices/new?customer=1')?.permission).toBe('sales.invoice.create');
  expect(needOf('/invoices/0190')?.permission).toBe('sales.invoice.get');
  expect(needOf('/invoices/0190/edit')?.permission).toBe('sales.invoice.update');
  expect([isWriting('/invoices/new?customer=1'), isWriting('/invoices/0190')]).toEqual([true, false]);
});
