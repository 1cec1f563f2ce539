import { newWorld } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { calculateTaxes } from '../documents/calculate-taxes.ts';
import { mapTaxedPrice } from '../documents/map-price.ts';
import { getTaxSettings } from '../settings/get-settings.ts';
import { saveTaxSettings } from '../settings/save-settings.ts';
import { createTax } from './create-tax.ts';
import { getTax } from './get-tax.ts';
import { listTaxes } from './list-taxes.ts';
import { updateTax } from './update-tax.ts';

const from2021 = (value: string) => [{ validFrom: '2021-01-01', value }];
const vat = { code: 'V', name: 'VAT', kind: 'percent', rates: from2021('0.19') } as const;
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const nothing = '019a0000-0000-7000-8000-000000000000';
const line = (unitPrice: string, ...taxIds: string[]) => ({ quantity: '1', unitPrice, taxIds });

describe('taxes', () => {
  it('come back as they were created, their rates by day, and are found by what they do', async () => {
    const world = await newWorld();
    const rates = [
      { validFrom: '2021-01-01', value: '0.190' },
      { validFrom: '2020-07-01', value: '0.16' },
    ];
    const created = await world.run(createTax, { ...vat, rates });
    expect(created).toMatchObject({ rates: [{ value: '0.16' }, { validFrom: '2021-01-01', value: '0.19' }], version: 1 });
    expect(await world.run(getTax, { id: created.id })).toEqual(created);
    const reason = { exemptionCode: 'VATEX-EU-132', exemptionReason: 'Exempt based on article 132' };
    const exempt = await world.run(createTax, { ...vat, code: 'X', operation: 'exempt', rates: from2021('0'), ...reason });
    expect((await world.run(listTaxes, { operation: 'exempt' })).items).toEqual([exempt]);
  });

  it.each([
    ['rates', { rates: [] }],
    ['rates', { rates: [...from2021('0.1'), ...from2021('0.2')] }],
    ['rates', { rates: from2021('19') }],
    ['included', { operation: 'reverse_charge', included: true }],
    ['exemptionCode', { operation: 'exempt', rates: from2021('0') }],
    ['memberIds', { kind: 'group', rates: [] }],
    ['memberIds/0', { kind: 'group', rates: [], memberIds: [nothing] }],
  ] as const)('are refused at %s when their terms do not go together: %j', async (field, terms) => {
    const world = await newWorld();
    await expect(world.run(createTax, { ...vat, ...terms })).rejects.toMatchObject({
      details: { errors: [{ pointer: `/${field}` }] },
    });
  });

  it('are changed by version and archived; documents that name them are worked out still', async () => {
    const world = await newWorld();
    const { id } = await world.run(createTax, vat);
    await world.run(updateTax, { id, version: 1, rates: [...from2021('0.2')], archived: true });
    expect((await world.run(listTaxes, { archived: 'false' })).items).toEqual([]);
    await expect(world.run(updateTax, { id, version: 1, name: 'Late' })).rejects.toMatchObject({ code: 'version_conflict' });
    const document = { date: '2026-01-01', currency: 'EUR', lines: [line('100', id)] };
    expect(await world.run(calculateTaxes, document)).toMatchObject({ tax: eur('20.00'), taxes: [{ value: '0.2' }] });
  });
});

describe('a document', () => {
  it('is taxed as its day is, and not before the taxes began', async () => {
    const world = await newWorld();
    const { id } = await world.run(createTax, { ...vat, rates: [{ validFrom: '2020-07-01', value: '0.16' }, ...vat.rates] });
    const on = (date: string) => world.run(calculateTaxes, { date, currency: 'EUR', lines: [line('100', id)] });
    expect((await on('2020-12-31')).tax).toEqual(eur('16.00'));
    expect((await on('2021-01-01')).tax).toEqual(eur('19.00'));
    await expect(on('2020-06-30')).rejects.toMatchObject({ code: 'tax.not_in_force' });
  });

  it('is rounded as the workspace says, unless it says so itself', async () => {
    const world = await newWorld();
    const { id } = await world.run(createTax, vat);
    const cents = { date: '2026-01-01', currency: 'EUR', lines: [line('0.03', id), line('0.03', id), line('0.03', id)] };
    expect(await world.run(getTaxSettings, {})).toEqual({ rounding: 'line', tie: 'half-away-from-zero' });
    expect(await world.run(calculateTaxes, cents)).toMatchObject({ rounding: 'line', tax: eur('0.03') });
    await world.run(saveTaxSettings, { rounding: 'document', tie: 'half-even' });
    const whole = await world.run(calculateTaxes, cents);
    expect(whole).toMatchObject({ rounding: 'document', net: eur('0.09'), tax: eur('0.02'), gross: eur('0.11') });
    expect(whole.lines.map(({ tax }) => tax.amount)).toEqual(['0.01', '0.01', '0.00']);
    expect((await world.run(calculateTaxes, { ...cents, rounding: 'line' })).tax).toEqual(eur('0.03'));
  });

  it('tells groups apart into their taxes, and what is not owed with the price', async () => {
    const world = await newWorld();
    const state = await world.run(createTax, { ...vat, code: 'S', rates: from2021('0.06') });
    const city = await world.run(createTax, { ...vat, code: 'C', rates: from2021('0.02') });
    const both = await world.run(createTax, { ...vat, code: 'SC', kind: 'group', rates: [], memberIds: [city.id, state.id] });
    const kept = await world.run(createTax, { ...vat, code: 'W', operation: 'withholding', rates: from2021('0.1') });
    const document = await world.run(calculateTaxes, {
      date: '2026-01-01',
      currency: 'EUR',
      smallestCoin: '1',
      books: { currency: 'JPY', rate: '0.006' },
      lines: [line('99.99', both.id, city.id, kept.id)],
    });
    expect(document.taxes.map(({ code, amount }) => [code, amount.amount])).toEqual([
      ['C', '2.00'],
      ['S', '6.00'],
      ['W', '10.00'],
    ]);
    expect(document).toMatchObject({ gross: eur('107.99'), payable: eur('98.00'), roundingAdjustment: eur('0.01') });
    expect(document.books).toMatchObject({ net: { amount: '16665', currency: 'JPY' }, tax: { amount: '1333' } });
  });

  it('says which tax it does not know, also one of a neighbour', async () => {
    const [world, neighbour] = [await newWorld(), await newWorld()];
    const { id } = await neighbour.run(createTax, vat);
    const lines = [line('1'), line('1', id)];
    await expect(world.run(calculateTaxes, { date: '2026-01-01', currency: 'EUR', lines })).rejects.toMatchObject({
      code: 'tax.unknown_tax',
      details: { errors: [{ pointer: '/lines/1/taxIds/0' }] },
    });
  });

  it('is refused when it comes to more than an amount can be', async () => {
    const world = await newWorld();
    const full = await world.run(createTax, { ...vat, included: true, kind: 'division', rates: from2021('0.999999999') });
    const huge = { date: '2026-01-01', currency: 'EUR', lines: [line('999999999999999')] };
    await expect(world.run(calculateTaxes, huge)).rejects.toMatchObject({ code: 'tax.amount_too_large' });
    const price = { date: '2026-01-01', unitPrice: '999999999', fromTaxIds: [], toTaxIds: [full.id] };
    await expect(world.run(mapTaxedPrice, price)).rejects.toMatchObject({ code: 'tax.amount_too_large' });
  });

  it('keeps its net when its price is mapped to other taxes', async () => {
    const world = await newWorld();
    const full = await world.run(createTax, { ...vat, included: true });
    const reduced = await world.run(createTax, { ...vat, code: 'R', included: true, rates: from2021('0.07') });
    const mapped = { date: '2026-01-01', unitPrice: '10', fromTaxIds: [full.id], toTaxIds: [reduced.id] };
    expect(await world.run(mapTaxedPrice, mapped)).toEqual({ unitPrice: '8.991596639' });
    expect(await world.run(mapTaxedPrice, { ...mapped, toTaxIds: [] })).toEqual({ unitPrice: '8.403361345' });
  });
});
