import { describe, expect, it } from 'vitest';
import { checkInvoice } from './check-invoice.ts';
import type { EInvoice, Line, VatBreakdown } from './e-invoice.ts';
import { readInvoice } from './syntaxes.ts';
import { categories } from './vat-families.ts';

/** An invoice that says nothing. */
const blank = readInvoice({ name: 'ubl:Invoice', attributes: {}, children: [], text: '' })?.invoice as EInvoice;

const line = (code: string, rate: string | null): Line => ({
  id: '1',
  note: null,
  quantity: '1',
  unit: 'C62',
  net: '100.00',
  period: null,
  objectReference: null,
  allowancesCharges: [],
  price: { net: '100', discount: null, gross: null, baseQuantity: null },
  name: 'Thing',
  description: null,
  sellerItem: null,
  standardItem: null,
  originCountry: null,
  classifications: [],
  attributes: [],
  vat: { code, rate },
});

const part = (code: string, rate: string | null, tax: string, exemptionReason: string | null): VatBreakdown => ({
  taxable: '100.00',
  tax,
  vat: { code, rate },
  exemptionReason,
  exemptionCode: null,
});

const registered = { id: 'DE123456789', scheme: 'VAT' };

/** An invoice over one line of a category that has everything that its rules ask for. */
function right({ code, rate, registration, reason }: (typeof categories)[number]): EInvoice {
  const percent = { positive: '10', any: '10', zero: '0', none: null }[rate];
  const registrations = registration === 'none' ? [] : [registered];
  return {
    ...blank,
    seller: { ...blank.seller, taxRegistrations: registrations },
    buyer: { ...blank.buyer, taxRegistrations: registrations },
    delivery: {
      date: '2026-01-31',
      location: null,
      address: { street: null, additionalStreet: null, city: null, postalCode: null, region: null, country: 'FR' },
    },
    vatBreakdown: [part(code, percent, percent === '10' ? '10.00' : '0.00', reason ? 'Because' : null)],
    lines: [line(code, percent)],
  };
}

describe.each(categories)('VAT category $code', (family) => {
  const invoice = right(family);
  const [first] = invoice.vatBreakdown;
  const told = (change: Partial<EInvoice>) =>
    checkInvoice({ ...invoice, ...change }).flatMap(({ rule }) =>
      rule.startsWith(`BR-${family.name}-`) ? [rule.slice(-2)] : [],
    );
  const changed = (change: Partial<VatBreakdown>) => ({ vatBreakdown: [{ ...(first as VatBreakdown), ...change }] });

  it('has nothing to say of an invoice that is right', () => {
    expect(told({})).toEqual([]);
  });

  it('has each of its rules', () => {
    const wrong = (given: boolean) => (given ? [] : [registered]);
    const isRegistered = family.registration !== 'none';
    expect(told({ vatBreakdown: [] })).toContain('01');
    expect(told({ seller: { ...invoice.seller, taxRegistrations: wrong(isRegistered) } })).toContain('02');
    expect(told({ lines: [line(family.code, family.rate === 'zero' ? '19' : family.rate === 'none' ? '0' : '-1')] })).toContain(
      '05',
    );
    expect(told(changed({ taxable: '100.01' }))).toContain('08');
    expect(told(changed({ tax: '10.01' }))).toContain('09');
    expect(told(changed({ exemptionReason: family.reason ? null : 'Because' }))).toContain('10');
  });

  it('tells a difference of tax below one unit as a warning only where there is tax', () => {
    const rated = family.rate === 'positive' || family.rate === 'any';
    const { severity } = checkInvoice({ ...invoice, ...changed({ tax: rated ? '10.01' : '0.01' }) }).find(
      ({ rule }) => rule === `BR-${family.name}-09`,
    ) ?? { severity: null };
    expect(severity).toBe(rated ? 'warning' : 'fatal');
  });
});

it('takes a base apart by rates, and rates that are equal as one', () => {
  const lines = [line('S', '19'), line('S', '19.00'), line('S', '7')];
  const parts = [{ ...part('S', '19.0', '38.00', null), taxable: '200.00' }, part('S', '7', '7.00', null)];
  const rules = checkInvoice({ ...blank, lines, vatBreakdown: parts }).map(({ rule }) => rule);
  expect(rules.filter((rule) => rule === 'BR-S-08' || rule === 'BR-S-09')).toEqual([]);
});

it('lets nothing stand beside what is not subject to VAT', () => {
  const [outside] = categories.filter(({ code }) => code === 'O').map(right);
  const both = { ...(outside as EInvoice), lines: [line('O', null), line('S', '10')] };
  const parts = [...both.vatBreakdown, part('S', '10', '10.00', null)];
  const rules = checkInvoice({ ...both, vatBreakdown: parts }).map(({ rule }) => rule);
  expect(rules).toEqual(expect.arrayContaining(['BR-O-11', 'BR-O-12']));
});
