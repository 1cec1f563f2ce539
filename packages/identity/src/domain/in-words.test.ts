import { decide, type Grant } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { inWords } from './in-words.ts';

const known = new Map([
  ['sales.invoice.post', { scopable: true }],
  ['catalog.product.get', { scopable: false }],
]);

/** What is said to someone with one role of these grants. */
function told(permission: string, ...grants: Grant[]): string {
  const decision = decide([{ code: 'clerk', name: 'Clerk', grants }], permission, known);
  const without = decision.allowed ? [] : grants.map((grant) => ({ role: 'clerk', grant }));
  return inWords(permission, { known: known.has(permission), without, ...decision });
}

describe('a decision in words', () => {
  it('says by which grant, whose records, how much and without what', () => {
    expect(told('sales.invoice.post', { permission: 'sales.*', scope: 'team', maxAmount: '100', hides: ['note'] })).toBe(
      "Allowed by clerk (sales.*), for the records of one's own teams only, up to 100, without note.",
    );
    expect(told('catalog.product.get', { permission: '*', scope: 'all' })).toBe('Allowed by clerk (*), for all records.');
  });

  it('says why not', () => {
    expect(told('sales.invoice.post')).toBe('Refused: no role allows sales.invoice.post.');
    expect(told('sales.invoice.burn', { permission: '*', scope: 'all' })).toContain('nothing that Atlas does');
    expect(told('catalog.product.get', { permission: 'catalog.*', scope: 'own' })).toBe(
      "Refused: clerk (catalog.*) allows it for some people's records, and catalog.product.get cannot tell whose they are.",
    );
  });
});
