import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as accounting from '@atlas/accounting/contract';
import * as assets from '@atlas/assets/contract';
import * as catalog from '@atlas/catalog/contract';
import { audit } from '@atlas/contract';
import * as einvoicing from '@atlas/einvoicing/contract';
import * as identity from '@atlas/identity/contract';
import * as imports from '@atlas/imports/contract';
import * as parties from '@atlas/parties/contract';
import * as payments from '@atlas/payments/contract';
import * as purchasing from '@atlas/purchasing/contract';
import * as sales from '@atlas/sales/contract';
import * as tax from '@atlas/tax/contract';
import * as treasury from '@atlas/treasury/contract';
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
  const contracts = [
    accounting,
    assets,
    catalog,
    audit,
    identity,
    imports,
    parties,
    sales,
    tax,
    einvoicing,
    treasury,
    purchasing,
    payments,
  ];
  const operations = contracts.flatMap((contract) =>
    Object.values(contract).flatMap((each) =>
      typeof each === 'object' && 'method' in each && 'name' in each ? String(each.name) : [],
    ),
  );
  for (const [path, { permission }] of pageNeeds) if (paths.includes(path)) expect(operations, path).toContain(permission);
});

test('the page of a record is not the page that makes one', () => {
  expect(needOf('/invoices/new?customer=1')?.permission).toBe('sales.invoice.create');
  expect(needOf('/invoices/0190')?.permission).toBe('sales.invoice.get');
  expect(needOf('/invoices/0190/edit')?.permission).toBe('sales.invoice.update');
  expect([isWriting('/invoices/new?customer=1'), isWriting('/invoices/0190')]).toEqual([true, false]);
});
