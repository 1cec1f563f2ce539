import type { Grant } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { checkGrants } from './check-grants.ts';

const known = [
  { name: 'sales.invoice.post', limitable: true, scopable: true, maskable: ['note'] },
  { name: 'sales.invoice.get', limitable: false, scopable: true, maskable: ['note'] },
  { name: 'catalog.product.get', limitable: false, scopable: false, maskable: [] },
];
const all = (permission: string, maxAmount?: string): Grant => ({ permission, scope: 'all', maxAmount });

describe('the grants of a role', () => {
  it('may name what exists, by pattern what contains it, and modules that are still to come', () => {
    for (const permission of ['*', 'sales.*', 'sales.invoice.*', 'sales.invoice.post', 'hr.*', 'payroll.run.post'])
      expect(() => checkGrants([all(permission)], known), permission).not.toThrow();
    expect(() => checkGrants([], known)).not.toThrow();
  });

  it.each(['sales.order.*', 'sales.invoice.destroy', 'hrx.*', 'stock.*'])('may not name %s, which nothing has', (permission) => {
    expect(() => checkGrants([all('*'), all(permission)], known)).toThrow(
      expect.objectContaining({
        code: 'identity.unknown_permission',
        details: { errors: [expect.objectContaining({ pointer: '/grants/1/permission' })] },
      }),
    );
  });

  it.each(['own', 'team', 'department'] as const)('may promise the scope %s where something keeps it only', (scope) => {
    for (const permission of ['*', 'sales.*', 'sales.invoice.get'])
      expect(() => checkGrants([{ permission, scope }], known), permission).not.toThrow();
    for (const permission of ['catalog.*', 'catalog.product.get', 'hr.*'])
      expect(() => checkGrants([all('*'), { permission, scope }], known), permission).toThrow(
        expect.objectContaining({
          code: 'identity.scope_not_enforceable',
          details: { errors: [expect.objectContaining({ pointer: '/grants/1/scope' })] },
        }),
      );
    expect(() => checkGrants([{ permission: 'catalog.*', scope: 'company' }], known)).not.toThrow();
  });

  it('hide fields that something answers only', () => {
    for (const permission of ['*', 'sales.*', 'sales.invoice.get'])
      expect(() => checkGrants([{ ...all(permission), hides: ['note'] }], known), permission).not.toThrow();
    for (const permission of ['catalog.*', 'catalog.product.get', 'hr.*'])
      expect(() => checkGrants([{ ...all(permission), hides: ['note'] }], known), permission).toThrow(
        expect.objectContaining({
          code: 'identity.mask_not_enforceable',
          details: { errors: [expect.objectContaining({ pointer: '/grants/0/hides/0' })] },
        }),
      );
    expect(() => checkGrants([{ ...all('*'), hides: ['note', 'salary'] }], known)).toThrow(
      expect.objectContaining({ details: { errors: [expect.objectContaining({ pointer: '/grants/0/hides/1' })] } }),
    );
  });

  it('limit amounts where there are any', () => {
    for (const permission of ['*', 'sales.*', 'sales.invoice.post'])
      expect(() => checkGrants([all(permission, '10000')], known), permission).not.toThrow();
    for (const permission of ['sales.invoice.get', 'hr.*'])
      expect(() => checkGrants([all(permission, '10000')], known), permission).toThrow(
        expect.objectContaining({ code: 'identity.limit_not_enforceable' }),
      );
  });
});
