import type { Grant } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { checkGrants } from './check-grants.ts';

const known = [
  { name: 'sales.invoice.post', limitable: true },
  { name: 'sales.invoice.get', limitable: false },
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

  it.each(['own', 'team', 'department', 'company'] as const)('may not promise the scope %s, which nothing enforces', (scope) => {
    expect(() => checkGrants([{ permission: 'sales.*', scope }], known)).toThrow(
      expect.objectContaining({
        code: 'identity.scope_not_enforceable',
        details: { errors: [expect.objectContaining({ pointer: '/grants/0/scope' })] },
      }),
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
