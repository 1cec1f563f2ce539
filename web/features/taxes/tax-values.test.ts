import { createTax } from '@atlas/tax/contract';
import { describe, expect, it } from 'vitest';
import { freshTax, inputOf, rateFrom } from './tax-values.ts';

const fresh = { ...freshTax('2026-05-01'), code: 'T', name: 'Tax' };
const rated = (value: string) => [rateFrom('2026-01-01', value)];

describe('a tax as it is typed', () => {
  it('has shares in per cent and amounts as they are, from the beginning of the year', () => {
    expect(fresh.rates[0]?.validFrom).toBe('2026-01-01');
    expect(inputOf({ ...fresh, rates: rated('19') }).rates).toEqual([{ validFrom: '2026-01-01', value: '0.19' }]);
    expect(inputOf({ ...fresh, kind: 'fixed', rates: rated('2.5') }).rates[0]?.value).toBe('2.5');
  });

  it('is refused without a value, unless it is exempt, which is nothing and says why', () => {
    expect(createTax.input.safeParse(inputOf(fresh)).error?.issues[0]?.path).toEqual(['rates', 0, 'value']);
    const exempt = { ...fresh, operation: 'exempt' as const, exemptionCode: 'VATEX-EU-132' };
    expect(createTax.input.parse(inputOf(exempt))).toMatchObject({ exemptionCode: 'VATEX-EU-132', rates: [{ value: '0' }] });
    expect(inputOf({ ...exempt, operation: 'domestic' }).exemptionCode).toBeNull();
  });

  it('of a group is its taxes alone', () => {
    const group = inputOf({ ...fresh, kind: 'group', operation: 'withholding', memberIds: ['a'] });
    expect(group).toMatchObject({ operation: 'domestic', memberIds: ['a'], rates: [] });
  });
});
