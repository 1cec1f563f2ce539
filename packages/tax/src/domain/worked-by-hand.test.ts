import { type Decimal, decimal, type Rounding } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { chargeDocument } from './charges.ts';
import type { Unit } from './fraction.ts';
import { inOrder, type Tax } from './tax.ts';
import { type DocumentLine, type RoundingMode, taxDocument } from './tax-document.ts';

const plain: Tax = {
  key: 'vat',
  kind: 'percent',
  value: decimal('0'),
  operation: 'domestic',
  included: false,
  affectsBase: false,
  baseAffected: true,
};
/** `20%`, `0.25 each`, `20% of the price`. */
function tax(terms: string, more: Partial<Tax> = {}): Tax {
  const [, figure = '', kind] = /^(-?[\d.]+)(%| each|% of the price)$/.exec(terms) ?? [];
  const written = decimal(figure);
  const value: Decimal = kind === ' each' ? written : { ...written, scale: written.scale + 2 };
  return { ...plain, key: terms, kind: kind === ' each' ? 'fixed' : kind === '%' ? 'percent' : 'division', value, ...more };
}
const inPrice = { included: true };
const onTop = { affectsBase: true };

const line = (quantity: string, unitPrice: string, ...taxes: Tax[]): DocumentLine => ({
  quantity: decimal(quantity),
  unitPrice: decimal(unitPrice),
  discount: decimal('0'),
  taxes,
});
const unit = (step = '0.01', tie: Rounding = 'half-away-from-zero'): Unit => ({ step: decimal(step), tie });

type Case = [what: string, lines: DocumentLine[], mode: RoundingMode, step: Unit, net: number, taxes: number[], payable: number];

/** Every figure is worked out on paper, in the smallest amounts of its currency. */
const cases: Case[] = [
  ['beside the price', [line('3', '33.33', tax('19%'))], 'line', unit(), 9999, [1900], 11899],
  ['in the price', [line('1', '119', tax('19%', inPrice))], 'line', unit(), 10000, [1900], 11900],
  ['in the price of what goes back', [line('-2', '59.5', tax('19%', inPrice))], 'line', unit(), -10000, [-1900], -11900],
  ['of yen, by line: three times 8.4', ['1', '1', '1'].map((q) => line(q, '105', tax('8%'))), 'line', unit('1'), 315, [24], 339],
  ['of yen, by document: 25.2', ['1', '1', '1'].map((q) => line(q, '105', tax('8%'))), 'document', unit('1'), 315, [25], 340],
  ['of yen in the price', [line('1', '1000', tax('10%', inPrice))], 'line', unit('1'), 909, [91], 1000],
  ['of three decimals', [line('3', '0.333', tax('5%'))], 'line', unit('0.001'), 999, [50], 1049],
  [
    'of three decimals, by document',
    [line('1', '0.333', tax('5%')), line('2', '0.333', tax('5%'))],
    'document',
    unit('0.001'),
    999,
    [50],
    1049,
  ],
  ['on a tax', [line('1', '100', tax('10%', onTop), tax('5%'))], 'line', unit(), 10000, [1000, 550], 11550],
  [
    'on a tax, both in the price',
    [line('1', '115.5', tax('10%', { ...onTop, ...inPrice }), tax('5%', inPrice))],
    'line',
    unit(),
    10000,
    [1000, 550],
    11550,
  ],
  [
    'on a tax that it does not see',
    [line('1', '100', tax('10%', onTop), tax('5%', { baseAffected: false }))],
    'line',
    unit(),
    10000,
    [1000, 500],
    11500,
  ],
  [
    'on a price that has another in it',
    [line('1', '110', tax('10%', inPrice), tax('5%'))],
    'line',
    unit(),
    10000,
    [1000, 550],
    11550,
  ],
  ['before one in the price', [line('1', '110', tax('5%'), tax('10%', inPrice))], 'line', unit(), 10000, [500, 1000], 11500],
  ['for each unit', [line('12', '0.99', tax('0.25 each'), tax('7%'))], 'line', unit(), 1188, [300, 83], 1571],
  [
    'for each unit, under a tax, both in the price',
    [line('3', '10.25', tax('0.25 each', { ...onTop, ...inPrice }), tax('20%', inPrice))],
    'line',
    unit(),
    2487,
    [75, 513],
    3075,
  ],
  [
    'the same, ties to even',
    [line('3', '10.25', tax('0.25 each', { ...onTop, ...inPrice }), tax('20%', inPrice))],
    'line',
    unit('0.01', 'half-even'),
    2488,
    [75, 512],
    3075,
  ],
  ['for each unit that goes back', [line('-3', '10', tax('0.25 each'))], 'line', unit(), -3000, [-75], -3075],
  ['for each unit at a price below zero', [line('3', '-10', tax('0.25 each'))], 'line', unit(), -3000, [-75], -3075],
  ['for each unit that goes back at a price below zero', [line('-3', '-10', tax('0.25 each'))], 'line', unit(), 3000, [75], 3075],
  ['for each unit that costs nothing', [line('3', '0', tax('0.25 each'))], 'line', unit(), 0, [75], 75],
  [
    'for each unit, under a tax, both in a price below zero',
    [line('3', '-10.25', tax('0.25 each', { ...onTop, ...inPrice }), tax('20%', inPrice))],
    'line',
    unit(),
    -2487,
    [-75, -513],
    -3075,
  ],
  [
    'for each unit of what was sold and given back at its price',
    [line('3', '10', tax('0.25 each'), tax('7%')), line('3', '-10', tax('0.25 each'), tax('7%'))],
    'document',
    unit(),
    0,
    [0, 0],
    0,
  ],
  ['of the price with it', [line('1', '80', tax('20% of the price'))], 'line', unit(), 8000, [2000], 10000],
  [
    'of the price with it, in the price',
    [line('1', '100', tax('20% of the price', inPrice))],
    'line',
    unit(),
    8000,
    [2000],
    10000,
  ],
  [
    'two of the price with both',
    [line('1', '70', tax('20% of the price'), tax('10% of the price'))],
    'line',
    unit(),
    7000,
    [2000, 1000],
    10000,
  ],
  [
    'two of the price, the second on the first',
    [line('1', '72', tax('20% of the price', onTop), tax('10% of the price'))],
    'line',
    unit(),
    7200,
    [1800, 1000],
    10000,
  ],
  [
    'withheld beside a tax',
    [line('1', '1000', tax('22%'), tax('20%', { operation: 'withholding' }))],
    'line',
    unit(),
    100000,
    [22000, 20000],
    102000,
  ],
  [
    'withheld from what goes back',
    [line('-1', '1000', tax('22%'), tax('20%', { operation: 'withholding' }))],
    'line',
    unit(),
    -100000,
    [-22000, -20000],
    -102000,
  ],
  ['reverse charged', [line('1', '100.05', tax('19%', { operation: 'reverse_charge' }))], 'line', unit(), 10005, [1901], 10005],
  ['exempt', [line('1', '100', tax('0%', { operation: 'exempt' }))], 'line', unit(), 10000, [0], 10000],
  ['below zero', [line('1', '100', tax('-47%'), tax('10%'))], 'line', unit(), 10000, [-4700, 1000], 6300],
  ['half a cent at a time, by line', Array.from({ length: 4 }, () => line('1', '0.05', tax('10%'))), 'line', unit(), 20, [4], 24],
  [
    'half a cent at a time, to even',
    Array.from({ length: 4 }, () => line('1', '0.05', tax('10%'))),
    'line',
    unit('0.01', 'half-even'),
    20,
    [0],
    20,
  ],
  [
    'half a cent at a time, by document',
    Array.from({ length: 4 }, () => line('1', '0.05', tax('10%'))),
    'document',
    unit(),
    20,
    [2],
    22,
  ],
  ['half a cent that goes back', [line('-1', '0.05', tax('10%'))], 'line', unit(), -5, [-1], -6],
  ['to five centimes', [line('1', '9.99', tax('7.7%'))], 'line', unit('0.05'), 200, [15], 215],
  ['on nothing', [line('0', '100', tax('19%'))], 'line', unit(), 0, [0], 0],
];

describe('a tax worked out on paper', () => {
  it.each(cases)('%s', (_what, lines, mode, step, net, taxes, payable) => {
    const document = taxDocument(lines, mode, step);
    expect([document.net, ...document.taxes.map(({ amount }) => amount), document.payable].map(Number)).toEqual([
      net,
      ...taxes,
      payable,
    ]);
  });

  it('of a group stands where the group does, in the order of the group', () => {
    const node = (terms: string, sequence: number) => ({ sequence, tax: tax(terms) });
    const group = { sequence: 2, group: 'g', children: [node('3%', 9), { sequence: 1, group: 'h', children: [node('2%', 5)] }] };
    expect(inOrder([node('4%', 3), group, node('1%', 1)]).map(({ key }) => key)).toEqual(['1%', '2%', '3%', '4%']);
  });
});

describe('taxes as large as the price that they are in', () => {
  const refused = expect.objectContaining({ code: 'tax.indivisible' });

  it.each([[['60% of the price', '40% of the price']], [['60% of the price', '50% of the price']], [['110% of the price']]])(
    '%s beside the price are refused',
    (terms) => expect(() => taxDocument([line('1', '100', ...terms.map((each) => tax(each)))], 'line', unit())).toThrow(refused),
  );

  it('are refused on a charge, where the price of lines has them in it', () => {
    const whole = tax('100% of the price', inPrice);
    const charge = { isDiscount: false, amount: decimal('5'), share: null, of: 'lines' as const, through: null, taxes: [whole] };
    expect(() => chargeDocument([line('1', '100', tax('19%'))], [charge], 'line', unit())).toThrow(refused);
  });
});
