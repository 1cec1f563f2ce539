import { describe, expect, it } from 'vitest';
import { checkPartyRole } from './party-role.ts';

describe('a party', () => {
  it.each([
    [true, false],
    [false, true],
    [true, true],
  ])('may be customer %s and supplier %s', (isCustomer, isSupplier) => {
    expect(() => checkPartyRole({ isCustomer, isSupplier })).not.toThrow();
  });

  it('is refused when it is neither', () => {
    expect(() => checkPartyRole({ isCustomer: false, isSupplier: false })).toThrow(
      expect.objectContaining({ code: 'parties.no_role' }),
    );
  });
});
