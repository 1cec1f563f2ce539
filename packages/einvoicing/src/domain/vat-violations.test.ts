import { describe, expect, it } from 'vitest';
import { checkInvoice } from './check-invoice.ts';
import type { EInvoice } from './e-invoice.ts';
import { allowance, charge, line, part, sample, totals } from './sample-invoice.ts';

const { seller, buyer } = sample();
const nobody = { taxRegistrations: [], identifiers: [{ id: '1', scheme: '0088' }] };
const unregistered = { seller: { ...seller, ...nobody }, buyer: { ...buyer, ...nobody } };
const sent = { date: '2026-03-09', location: null, address: buyer.address };

/** Categories without VAT: the middle of their rules' names, the reason that they need, whom they need registered. */
const kinds = [
  { code: 'Z', name: 'Z', reason: null, needs: ['seller'] },
  { code: 'E', name: 'E', reason: 'Exempt', needs: ['seller'] },
  { code: 'AE', name: 'AE', reason: 'Reverse charge', needs: ['seller', 'buyer'] },
  { code: 'K', name: 'IC', reason: 'Supply', needs: ['seller', 'buyer'] },
  { code: 'G', name: 'G', reason: 'Export', needs: ['seller'] },
  { code: 'O', name: 'O', reason: 'Outside', needs: [] },
] as const;

const rulesOf = (invoice: EInvoice): string[] => [...new Set(checkInvoice(invoice).map(({ rule }) => rule))].sort();

describe.each(kinds)('category $code', ({ code, name, reason, needs }) => {
  const vat = code === 'O' ? 'O' : `${code} 0`;
  const rule = (number: string) => `BR-${name}-${number}`;
  /** 100.00, less 10.00, and 20.00 on top: no VAT on any of it. */
  const invoice = (more: Partial<EInvoice> = {}): EInvoice =>
    sample({
      ...(code === 'O' ? unregistered : {}),
      delivery: sent,
      lines: [line('100.00', vat)],
      allowancesCharges: [allowance('10.00', vat), charge('20.00', vat)],
      vatBreakdown: [part('110.00', '0.00', vat, reason)],
      totals: totals('100.00 110.00 0.00 110.00 110.00', { allowances: '10.00', charges: '20.00' }),
      ...more,
    });

  it('is right as it is', () => {
    expect(rulesOf(invoice())).toEqual([]);
  });

  it('01: stands in the breakdown once', () => {
    const twice = [part('110.00', '0.00', vat, reason), part('110.00', '0.00', vat, reason)];
    expect(rulesOf(invoice({ vatBreakdown: twice }))).toEqual([rule('01')]);
    const other = invoice({ vatBreakdown: [part('0.00', '0.00', 'L 7')] });
    expect(rulesOf(other)).toEqual(['BR-AF-01', rule('01')].sort());
  });

  it.each(needs)('02 to 04: needs the %s to be registered', (who) => {
    const without = invoice({ [who]: { ...(who === 'seller' ? seller : buyer), ...nobody } });
    expect(rulesOf(without)).toEqual(['02', '03', '04'].map(rule));
  });

  it('05 to 07: has the rate that it has', () => {
    const taxed = `${code} 7`;
    const rated = { lines: [line('100.00', taxed)], allowancesCharges: [allowance('10.00', taxed), charge('20.00', taxed)] };
    expect(rulesOf(invoice(rated))).toEqual(['05', '06', '07'].map(rule));
  });

  it('08: its base is the sum of what has it', () => {
    expect(rulesOf(invoice({ vatBreakdown: [part('109.99', '0.00', vat, reason)] }))).toEqual([rule('08')]);
  });

  it('09: owes no tax', () => {
    const taxed = invoice({ vatBreakdown: [part('110.00', '0.01', vat, reason)] });
    expect(rulesOf(taxed)).toEqual(['BR-CO-14', 'BR-CO-17', rule('09')].sort());
  });

  it('10: says why, or does not', () => {
    const other = reason === null ? 'For no reason' : null;
    expect(rulesOf(invoice({ vatBreakdown: [part('110.00', '0.00', vat, other)] }))).toEqual([rule('10')]);
  });

  if (code === 'K')
    it('11 and 12: says when and where the goods went', () => {
      expect(rulesOf(invoice({ delivery: null }))).toEqual(['BR-IC-11', 'BR-IC-12']);
      expect(rulesOf(invoice({ delivery: null, period: { start: '2026-03-01', end: null } }))).toEqual(['BR-IC-12']);
      expect(rulesOf(invoice({ delivery: { ...sent, date: null } }))).toEqual(['BR-IC-11']);
    });

  if (code === 'O')
    it('02 to 04 and 11 to 14: nobody is registered, and nothing else stands beside it', () => {
      for (const who of [{ seller }, { buyer }]) expect(rulesOf(invoice(who))).toEqual(['02', '03', '04'].map(rule));
      const mixed = invoice({
        ...{ seller: unregistered.seller, buyer: unregistered.buyer },
        lines: [line('100.00', 'O'), line('0.00', 'Z 0')],
        allowancesCharges: [allowance('10.00', 'O'), allowance('0.00', 'Z 0'), charge('20.00', 'O'), charge('0.00', 'Z 0')],
        vatBreakdown: [part('110.00', '0.00', 'O', reason), part('0.00', '0.00', 'Z 0')],
      });
      expect(rulesOf(mixed)).toEqual([...['11', '12', '13', '14'].map(rule), ...['02', '03', '04'].map((n) => `BR-Z-${n}`)]);
    });
});

describe.each([
  ['S', 'S', '19'],
  ['L', 'AF', '7'],
  ['M', 'AG', '4'],
])('category %s', (code, name, rate) => {
  const rule = (number: string) => `BR-${name}-${number}`;
  const tax = { '19': '20.90', '7': '7.70', '4': '4.40' }[rate] as string;
  const sum = { '19': '130.90', '7': '117.70', '4': '114.40' }[rate] as string;
  const vat = `${code} ${rate}`;
  const invoice = (more: Partial<EInvoice> = {}): EInvoice =>
    sample({
      lines: [line('100.00', vat)],
      allowancesCharges: [allowance('10.00', vat), charge('20.00', vat)],
      vatBreakdown: [part('110.00', tax, vat)],
      totals: totals(`100.00 110.00 ${tax} ${sum} ${sum}`, { allowances: '10.00', charges: '20.00' }),
      ...more,
    });

  it('is right as it is, with a number of the local tax office too', () => {
    expect(rulesOf(invoice())).toEqual([]);
    const local = { ...seller, ...nobody, taxRegistrations: [{ id: '12/345', scheme: 'TAX' }] };
    expect(rulesOf(invoice({ seller: local }))).toEqual([]);
  });

  it('01 to 04: stands in the breakdown, of a seller who is registered', () => {
    const other = invoice({ vatBreakdown: [{ ...part('110.00', tax, vat), vat: { code: 'B', rate } }] });
    expect(rulesOf(other)).toContain(rule('01'));
    expect(rulesOf(invoice({ seller: { ...seller, ...nobody } }))).toEqual(['02', '03', '04'].map(rule));
  });

  it('05 to 07: has a rate', () => {
    const wrong = `${code} -1`;
    const rated = { lines: [line('100.00', wrong)], allowancesCharges: [allowance('10.00', wrong), charge('20.00', wrong)] };
    expect(rulesOf(invoice(rated))).toEqual(['05', '06', '07', '08'].map(rule));
  });

  it('08 and 09: base and tax are those of its rate', () => {
    const near = Number(tax) * 100 - 5 > 0 ? (Number(tax) - 0.05).toFixed(2) : tax;
    expect(rulesOf(invoice({ lines: [line('100.00', `${code} 1`)] }))).toEqual([rule('08')]);
    expect(rulesOf(invoice({ vatBreakdown: [part('110.00', near, vat)] }))).toEqual(['BR-CO-14', 'BR-CO-17', rule('09')].sort());
  });

  it('10: gives no reason', () => {
    expect(rulesOf(invoice({ vatBreakdown: [part('110.00', tax, vat, 'Why not')] }))).toEqual([rule('10')]);
  });
});

it('split payment is a matter of Italy, and never beside the standard rate', () => {
  const split = (more: Partial<EInvoice>) =>
    sample({
      lines: [line('100.00', 'B 22')],
      vatBreakdown: [part('100.00', '22.00', 'B 22')],
      totals: totals('100.00 100.00 22.00 122.00 122.00'),
      ...more,
    });
  expect(rulesOf(split({}))).toEqual(['BR-B-01']);
  const here = { ...seller.address, country: 'IT' } as NonNullable<typeof seller.address>;
  const italy = { seller: { ...seller, address: here }, buyer: { ...buyer, address: here } };
  const mixed = split({
    ...italy,
    lines: [line('100.00', 'B 22'), line('100.00', 'S 22')],
    vatBreakdown: [part('100.00', '22.00', 'B 22'), part('100.00', '22.00', 'S 22')],
    totals: totals('200.00 200.00 44.00 244.00 244.00'),
  });
  expect(rulesOf(mixed)).toEqual(['BR-B-02']);
});
