import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, holds } from './decide.ts';
import { covers, type Grant, isPermissionPattern, type Role, scopes } from './grant.ts';

const permissions = ['sales.invoice.post', 'sales.invoice.get', 'sales.report.ageing', 'hr.employee.get'] as const;
const known = new Set<string>(permissions);
const role = (code: string, ...grants: Grant[]): Role => ({ code, name: code, grants });
const all = (permission: string, maxAmount?: string): Grant => ({ permission, scope: 'all', maxAmount });

const grants = fc.record({
  permission: fc.constantFrom('*', 'sales.*', 'hr.*', 'sales.invoice.*', ...permissions),
  scope: fc.constantFrom(...scopes),
  maxAmount: fc.option(fc.constantFrom('0', '10', '9.99', '1000', '1000.00'), { nil: undefined }),
});
const roles = fc.array(fc.record({ code: fc.string(), name: fc.string(), grants: fc.array(grants, { maxLength: 4 }) }), {
  maxLength: 4,
});

describe('a pattern', () => {
  it.each([
    ['*', 'sales.invoice.post', true],
    ['sales.*', 'sales.invoice.post', true],
    ['sales.*', 'sales.invoice.*', true],
    ['sales.invoice.*', 'sales.invoice.post', true],
    ['sales.invoice.post', 'sales.invoice.post', true],
    ['sales.*', '*', false],
    ['sales.invoice.*', 'sales.*', false],
    ['sales.invoice.post', 'sales.invoice.*', false],
    ['sales.*', 'salesforce.lead.get', false],
    ['sales.invoice.*', 'sales.invoices.get', false],
    ['sales.invoice.post', 'sales.invoice.post_all', false],
  ])('%s covers %s: %s', (pattern, other, expected) => {
    expect(covers(pattern, other)).toBe(expected);
  });

  it.each(['', 'sales', '*.invoice', 'sales.*.post', 'sales.invoice.post.*', '**', 'Sales.*', 'sales.invoice.post '])(
    '"%s" is none',
    (text) => {
      expect(isPermissionPattern(text)).toBe(false);
    },
  );
});

describe('a decision', () => {
  it('is no without a grant, and for what nobody knows even with every grant', () => {
    const no = { allowed: false, scope: null, maxAmount: null, because: [] };
    expect(decide([], 'sales.invoice.post', known)).toEqual(no);
    expect(decide([role('hr', all('hr.*'))], 'sales.invoice.post', known)).toEqual(no);
    expect(decide([role('owner', all('*'))], 'sales.invoice.destroy', known)).toEqual(no);
    expect(decide([role('owner', all('*'))], '*', known)).toEqual(no);
  });

  it('adds roles up to the widest scope and the highest amount, and says who gave it', () => {
    const clerk = role('clerk', { permission: 'sales.invoice.*', scope: 'own', maxAmount: '10000' });
    const lead = role('lead', { permission: 'sales.*', scope: 'department', maxAmount: '9999.99' });
    expect(decide([clerk, lead], 'sales.invoice.post', known)).toEqual({
      allowed: true,
      scope: 'department',
      maxAmount: '10000',
      because: [
        { role: 'lead', grant: lead.grants[0] },
        { role: 'clerk', grant: clerk.grants[0] },
      ],
    });
  });

  it('knows no limit as soon as one grant has none, and a limit of nothing as a limit', () => {
    const nothing = role('trainee', all('sales.*', '0'));
    expect(decide([nothing], 'sales.invoice.post', known).maxAmount).toBe('0');
    expect(decide([nothing, role('sales', all('sales.*'))], 'sales.invoice.post', known).maxAmount).toBeNull();
  });

  it('never gives less with another role, and does not depend on their order', () => {
    fc.assert(
      fc.property(roles, roles, fc.constantFrom(...permissions), (some, more, permission) => {
        const { allowed, scope, maxAmount } = decide(some, permission, known);
        const both = decide([...some, ...more], permission, known);
        const turned = decide([...more, ...some].reverse(), permission, known);
        expect([turned.allowed, turned.scope, Number(turned.maxAmount)]).toEqual([
          both.allowed,
          both.scope,
          Number(both.maxAmount),
        ]);
        if (!allowed || scope === null) return;
        expect(both.allowed).toBe(true);
        expect(scopes.indexOf(both.scope ?? 'own')).toBeGreaterThanOrEqual(scopes.indexOf(scope));
        expect(both.maxAmount === null || (maxAmount !== null && Number(both.maxAmount) >= Number(maxAmount))).toBe(true);
      }),
    );
  });
});

describe('what someone holds', () => {
  it.each<[Grant, Grant, boolean]>([
    [all('*'), all('payroll.*'), true],
    [all('sales.*'), all('sales.*'), true],
    [all('sales.invoice.post'), all('sales.invoice.*'), false],
    [{ permission: 'sales.*', scope: 'team' }, all('sales.*'), false],
    [{ permission: 'sales.*', scope: 'team' }, { permission: 'sales.*', scope: 'own' }, true],
    [all('sales.*', '100'), all('sales.*'), false],
    [all('sales.*', '100'), all('sales.*', '100.01'), false],
    [all('sales.*', '100'), all('sales.*', '100.00'), true],
  ])('%j covers %j: %s', (own, given, expected) => {
    expect(holds([role('r', own)], given)).toBe(expected);
  });

  it('gives nobody anything that they could not do themselves', () => {
    fc.assert(
      fc.property(roles, grants, fc.constantFrom(...permissions), (own, given, permission) => {
        fc.pre(holds(own, given));
        const mine = decide(own, permission, known);
        const theirs = decide([role('given', given)], permission, known);
        if (!theirs.allowed) return;
        expect(mine.allowed).toBe(true);
        expect(mine.maxAmount === null || (theirs.maxAmount !== null && Number(theirs.maxAmount) <= Number(mine.maxAmount))).toBe(
          true,
        );
        expect(scopes.indexOf(mine.scope ?? 'own')).toBeGreaterThanOrEqual(scopes.indexOf(theirs.scope ?? 'all'));
      }),
    );
  });
});
