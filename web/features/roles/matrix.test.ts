import { describe, expect, it } from 'vitest';
import { cellOf, chosenOf, type Grant, grantsOf, groupsOf, type Permission, shareOf } from './matrix.ts';

const permission = (name: string, kind: 'query' | 'command', limitable = false): Permission => ({
  name,
  module: name.split('.')[0] ?? '',
  kind,
  summary: name,
  limitable,
  scopable: false,
  maskable: [],
});
const list = permission('sales.invoice.list', 'query');
const post = permission('sales.invoice.post', 'command', true);
const [sales] = groupsOf([list, post]);
const grant = (pattern: string, maxAmount?: string): Grant => ({
  permission: pattern,
  scope: 'all',
  ...(maxAmount === undefined ? {} : { maxAmount }),
});

describe('what a role says of a permission', () => {
  it('is no where no grant covers it', () => {
    expect(cellOf([grant('sales.invoice.list')], post)).toEqual({ allowed: false, maxAmount: null });
  });

  it('holds to the highest limit, and to none where one grant has none', () => {
    expect(cellOf([grant('sales.*', '900'), grant('sales.invoice.post', '10000')], post).maxAmount).toBe('10000');
    expect(cellOf([grant('sales.*', '900'), grant('*')], post).maxAmount).toBeNull();
  });

  it('has no limit where nothing can be limited', () => {
    expect(cellOf([grant('sales.*', '900')], list)).toEqual({ allowed: true, maxAmount: null });
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
});

describe('the grants of what was chosen', () => {
  it('are the pattern of a module where all of it was chosen, otherwise each permission', () => {
    const all = {
      'sales.invoice.list': { allowed: true, maxAmount: null },
      'sales.invoice.post': { allowed: true, maxAmount: null },
    };
    expect(grantsOf(all, [list, post])).toEqual([grant('sales.*')]);
    const limited = { ...all, 'sales.invoice.post': { allowed: true, maxAmount: '10000' } };
    expect(grantsOf(limited, [list, post])).toEqual([grant('sales.invoice.list'), grant('sales.invoice.post', '10000')]);
  });

  it('come back as they were chosen', () => {
    const grants = [grant('sales.invoice.post', '50')];
    expect(grantsOf(chosenOf(grants, [list, post]), [list, post])).toEqual(grants);
  });
});
