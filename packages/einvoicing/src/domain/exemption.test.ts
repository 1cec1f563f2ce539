import { describe, expect, it } from 'vitest';
import { exemptionOf } from './exemption.ts';

const exempt = (exemptionCode: string | null) => exemptionOf([{ operation: 'exempt', exemptionCode, exemptionReason: null }]);

describe('why a line owes no VAT', () => {
  it('is told by a code of the list VATEX, however it was typed', () => {
    expect(exempt('vatex-eu-132-1a')).toEqual({ category: 'E', code: 'VATEX-EU-132-1A', reason: 'vatex-eu-132-1a' });
    expect(exempt('VATEX-EU-G')).toMatchObject({ category: 'G', code: 'VATEX-EU-G' });
  });

  it('is told in words where its code is of no list', () => {
    expect(exempt('VATEX-QQ-1')).toEqual({ category: 'E', code: null, reason: 'VATEX-QQ-1' });
    expect(exempt('§ 4 Nr. 11 UStG')).toEqual({ category: 'E', code: null, reason: '§ 4 Nr. 11 UStG' });
  });
});
