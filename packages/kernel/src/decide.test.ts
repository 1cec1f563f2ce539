import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, holds } from './decide.ts';
import { covers, type Grant, isNarrow, isPermissionPattern, type Role, scopes } from './grant.ts';

const permissions = ['sales.invoice.post', 'sales.invoice.get', 'sales.report.ageing', 'hr.employee.get'] as const;
/** A report counts everything: nobody can be held to some of it. */
const known = new Map(permissions.map((name) => [name, { scopable: !name.startsWith('sales.report') }]));
const role = (code: string, ...grants: Grant[]): Role => ({ code, name: code, grants });
const all = (permission: string, maxAmount?: string): Grant => ({ permission, scope: 'all', maxAmount });

const grants = fc.record({
  permission: fc.constantFrom('*', 'sales.*', 'hr.*', 'sales.invoice.*', ...permissions),
  scope: fc.constantFrom(...scopes),
  maxAmount: fc.option(fc.constantFrom('0', '10', '9.99', '1000', '1000.00'), { nil: undefined }),
  hides: fc.option(fc.uniqueArray(fc.constantFrom('email', 'note', 'salary')), { nil: undefined }),
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
    const no = { allowed: false, scope: null, maxAmount: null, hides: [], because: [] };
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
      hides: [],
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

  it('hides what every grant hides, and nothing that one of them shows', () => {
    const hiding = (...hides: string[]) => role('r', { permission: 'hr.*', scope: 'all', hides });
    const hidden = (...given: Role[]) => decide(given, 'hr.employee.get', known).hides;
    expect(hidden(hiding('salary', 'note'))).toEqual(['salary', 'note']);
    expect(hidden(hiding('salary', 'note'), hiding('email', 'salary'))).toEqual(['salary']);
    expect(hidden(hiding('salary'), role('plain', all('*')))).toEqual([]);
    expect(hidden(hiding('salary'), role('elsewhere', all('sales.*')))).toEqual(['salary']);
  });

  it('takes no narrow grant where nothing says whose a thing is, not even for what another grant gives', () => {
    const own = role('clerk', { permission: 'sales.*', scope: 'own', maxAmount: '10000' });
    const little = role('reader', all('sales.report.*', '10'));
    expect(decide([own], 'sales.report.ageing', known).allowed).toBe(false);
    expect(decide([own, little], 'sales.report.ageing', known)).toMatchObject({ scope: 'all', maxAmount: '10' });
    const company = role('clerk', { permission: 'sales.*', scope: 'company' });
    expect(decide([company], 'sales.report.ageing', known)).toMatchObject({ allowed: true, scope: 'company' });
    expect(scopes.filter(isNarrow)).toEqual(['own', 'team', 'department']);
  });

  it('never gives less with another role, and does not depend on their order', () => {
    fc.assert(
      fc.property(roles, roles, fc.constantFrom(...permissions), (some, more, permission) => {
        const { allowed, scope, maxAmount, hides } = decide(some, permission, known);
        const both = decide([...some, ...more], permission, known);
        const turned = decide([...more, ...some].reverse(), permission, known);
        expect([turned.allowed, turned.scope, Number(turned.maxAmount), turned.hides.toSorted()]).toEqual([
          both.allowed,
          both.scope,
          Number(both.maxAmount),
          both.hides.toSorted(),
        ]);
        if (!allowed || scope === null) return;
        expect(both.allowed).toBe(true);
        expect(hides).toEqual(expect.arrayContaining([...both.hides]));
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
    [{ permission: 'hr.*', scope: 'all', hides: ['salary'] }, all('hr.*'), false],
    [
      { permission: 'hr.*', scope: 'all', hides: ['salary'] },
      { permission: 'hr.*', scope: 'all', hides: ['salary', 'note'] },
      true,
    ],
    [
      { permission: 'hr.*', scope: 'all', hides: ['salary', 'note'] },
      { permission: 'hr.*', scope: 'all', hides: ['note'] },
      false,
    ],
  ])('%j covers %j: %s', (own, given, expected) => {
    expect(holds([role('r', own)], given)).toBe(expected);
  });

  it('is no wide grant, as long as only a narrow one shows a field or lifts a limit', () => {
    const hidden = role('reader', { permission: 'sales.*', scope: 'all', hides: ['note'], maxAmount: '10' });
    const open = role('clerk', { permission: 'sales.*', scope: 'own' });
    expect(holds([hidden, open], all('sales.*'))).toBe(false);
    expect(holds([hidden, open], { permission: 'sales.*', scope: 'own' })).toBe(true);
  });

  it('gives nobody anything that they could not do themselves', () => {
    fc.assert(
      fc.property(roles, grants, fc.constantFrom(...permissions), (own, given, permission) => {
        fc.pre(holds(own, given));
        const mine = decide(own, permission, known);
        const theirs = decide([role('given', given)], permission, known);
        if (!theirs.allowed) return;
        expect(mine.allowed).toBe(true);
        expect(theirs.hides).toEqual(expect.arrayContaining([...mine.hides]));
        expect(mine.maxAmount === null || (theirs.maxAmount !== null && Number(theirs.maxAmount) <= Number(mine.maxAmount))).toBe(
          true,
        );
        expect(scopes.indexOf(mine.scope ?? 'own')).toBeGreaterThanOrEqual(scopes.indexOf(theirs.scope ?? 'all'));
      }),
    );
  });
});
