import { describe, expect, it } from 'vitest';
import {
  cellOf,
  chosenOf,
  type Grant,
  grantsOf,
  groupsOf,
  noCell,
  type Permission,
  permissionsOf,
  scopeOf,
  shareOf,
} from './matrix.ts';

const permission = (name: string, kind: 'query' | 'command', limitable = false, maskable: string[] = []): Permission => ({
  name,
  module: name.split('.')[0] ?? '',
  kind,
  summary: name,
  limitable,
  scopable: name !== 'sales.kind.list',
  maskable,
});
const list = permission('sales.invoice.list', 'query', false, ['note']);
const post = permission('sales.invoice.post', 'command', true);
const [sales] = groupsOf([list, post]);
const grant = (pattern: string, maxAmount?: string): Grant => ({
  permission: pattern,
  scope: 'all',
  ...(maxAmount === undefined ? {} : { maxAmount }),
});

describe('what a role says of a permission', () => {
  it('is no where no grant covers it', () => {
    expect(cellOf([grant('sales.invoice.list')], post)).toEqual(noCell);
  });

  it('holds to the highest limit, and to none where one grant has none', () => {
    expect(cellOf([grant('sales.*', '900'), grant('sales.invoice.post', '10000')], post).maxAmount).toBe('10000');
    expect(cellOf([grant('sales.*', '900'), grant('*')], post).maxAmount).toBeNull();
  });

  it('has no limit where nothing can be limited', () => {
    expect(cellOf([grant('sales.*', '900')], list)).toEqual({ ...noCell, allowed: true });
  });

  it('reaches as far as the widest grant, and hides what every grant hides', () => {
    const own: Grant = { permission: 'sales.*', scope: 'own', hides: ['note', 'phone'] };
    const team: Grant = { permission: 'sales.invoice.list', scope: 'team', hides: ['note'] };
    expect(cellOf([own], list)).toEqual({ ...noCell, allowed: true, scope: 'own', hides: ['note'] });
    expect(cellOf([own, team], list)).toMatchObject({ scope: 'team', hides: ['note'] });
    expect(cellOf([own, grant('sales.*')], list)).toEqual({ ...noCell, allowed: true });
  });

  it('is no where it is narrow and nothing can be told apart by whose it is', () => {
    const kinds = permission('sales.kind.list', 'query');
    expect(cellOf([{ permission: 'sales.*', scope: 'own' }], kinds)).toEqual(noCell);
  });
});

describe('how much of a module a role may do', () => {
  it.each([
    [[], 'nothing'],
    [[grant('sales.invoice.list')], 'reads'],
    [[grant('sales.invoice.post')], 'some'],
    [[grant('sales.*')], 'everything'],
  ] as const)('%j: %s', (grants, level) => {
    expect(sales && shareOf(grants, sales).level).toBe(level);
  });

  it('is told to be so in part where a grant is narrow, limited or hides something', () => {
    const narrowed = (each: Grant) => sales && shareOf([each], sales).narrowed;
    expect(narrowed(grant('sales.*'))).toBe(false);
    expect(narrowed(grant('sales.*', '10'))).toBe(true);
    expect(narrowed({ permission: 'sales.*', scope: 'own' })).toBe(true);
    expect(narrowed({ permission: 'sales.*', scope: 'all', hides: ['note'] })).toBe(true);
  });

  it('reaches the same records, or various', () => {
    const of = (...grants: Grant[]) => sales && scopeOf(chosenOf(grants, [list, post]), sales);
    expect(of({ permission: 'sales.*', scope: 'team' })).toBe('team');
    expect(of({ permission: 'sales.*', scope: 'team' }, grant('sales.invoice.post'))).toBeNull();
    expect(of()).toBeNull();
  });
});

describe('the grants of what was chosen', () => {
  it('are the pattern of a module where all of it was chosen, otherwise each permission', () => {
    const all = {
      'sales.invoice.list': { ...noCell, allowed: true },
      'sales.invoice.post': { ...noCell, allowed: true },
    };
    expect(grantsOf(all, [list, post])).toEqual([grant('sales.*')]);
    const limited = { ...all, 'sales.invoice.post': { ...noCell, allowed: true, maxAmount: '10000' } };
    expect(grantsOf(limited, [list, post])).toEqual([grant('sales.invoice.list'), grant('sales.invoice.post', '10000')]);
  });

  it('are single permissions for whoever holds no pattern', () => {
    const all = chosenOf([grant('sales.*')], [list, post]);
    expect(permissionsOf(all, [list, post], true)).toEqual(['sales.*']);
    expect(permissionsOf(all, [list, post], false)).toEqual(['sales.invoice.list', 'sales.invoice.post']);
    expect(permissionsOf({}, [list, post], false)).toEqual([]);
  });

  it('come back as they were chosen', () => {
    const grants: Grant[] = [
      { permission: 'sales.invoice.list', scope: 'department', hides: ['note'] },
      { permission: 'sales.invoice.post', scope: 'own', maxAmount: '50' },
    ];
    expect(grantsOf(chosenOf(grants, [list, post]), [list, post])).toEqual(grants);
  });
});
