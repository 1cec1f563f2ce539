import { readFileSync } from 'node:fs';
import { add, decimal } from '@atlas/kernel';
import { describe, expect, it } from 'vitest';
import { amountOf, amountText } from './amounts.ts';
import { checkInvoice } from './check-invoice.ts';
import { computedTotals } from './computed-totals.ts';
import type { AllowanceCharge, EInvoice, Party } from './e-invoice.ts';

type Charge = { charge: boolean; amount: string; base?: string | null; percent?: string | null; reason?: string | null } & {
  vat_category?: string;
  vat_rate?: string;
};
type Case = {
  source: string;
  id: string;
  type_code: string;
  currency: string;
  tax_currency: string | null;
  lines: { id: string; net: string; vat_category: string; vat_rate: string | null; allowances_charges: Charge[] }[];
  document_allowances_charges: Charge[];
  vat_breakdown: { taxable: string; tax: string; category: string; rate: string | null }[];
  totals: Record<string, string | null>;
};

const nobody: Party = {
  electronicAddress: null,
  identifiers: [],
  tradingName: null,
  address: null,
  taxRegistrations: [],
  name: null,
  legalRegistration: null,
  contact: null,
};

const allowanceOf = (one: Charge): AllowanceCharge => ({
  charge: one.charge,
  reasonCode: null,
  reason: one.reason ?? null,
  percentage: one.percent ?? null,
  amount: one.amount,
  baseAmount: one.base ?? null,
  vat: one.vat_category ? { code: one.vat_category, rate: one.vat_rate ?? null } : null,
});

/** What a case tells of its invoice: the figures. */
const invoiceOfCase = ({ totals, ...one }: Case): EInvoice => ({
  kind: 'invoice',
  specification: null,
  process: null,
  number: one.id,
  issueDate: null,
  typeCode: one.type_code,
  currency: one.currency,
  taxCurrency: one.tax_currency,
  taxPointDate: null,
  taxPointDateCode: null,
  dueDate: null,
  buyerReference: null,
  contractReference: null,
  orderReference: null,
  amountCurrencies: [],
  notes: [],
  precedingInvoices: [],
  seller: nobody,
  buyer: nobody,
  payee: null,
  taxRepresentative: null,
  delivery: null,
  objectReference: null,
  supportingDocuments: [],
  period: null,
  remittance: null,
  mandates: [],
  payments: [],
  paymentTerms: null,
  allowancesCharges: one.document_allowances_charges.map(allowanceOf),
  totals: {
    lines: totals.sum_of_lines ?? null,
    allowances: totals.allowances ?? null,
    charges: totals.charges ?? null,
    withoutVat: totals.without_vat ?? null,
    vat: totals.vat ?? null,
    vatInTaxCurrency: totals.vat_in_accounting_currency ?? null,
    withVat: totals.with_vat ?? null,
    paid: totals.prepaid ?? null,
    rounding: totals.rounding ?? null,
    due: totals.due ?? null,
  },
  vatBreakdown: one.vat_breakdown.map(({ taxable, tax, category, rate }) => ({
    taxable,
    tax,
    vat: { code: category, rate },
    exemptionReason: null,
    exemptionCode: null,
  })),
  lines: one.lines.map((line) => ({
    id: line.id,
    note: null,
    quantity: null,
    unit: null,
    net: line.net,
    period: null,
    objectReference: null,
    allowancesCharges: line.allowances_charges.map(allowanceOf),
    price: { net: null, discount: null, gross: null, baseQuantity: null },
    name: null,
    description: null,
    sellerItem: null,
    standardItem: null,
    originCountry: null,
    classifications: [],
    attributes: [],
    vat: { code: line.vat_category, rate: line.vat_rate },
  })),
});

const cases = (JSON.parse(readFileSync(new URL('./e-invoices.cases.json', import.meta.url), 'utf8')) as { invoices: Case[] })
  .invoices;

const arithmetic = /^BR-(CO-1[0-7]|(S|Z|E|AE|IC|G|O|AF|AG)-0[89])$/;
const rulesBroken = (invoice: Parameters<typeof checkInvoice>[0]) =>
  checkInvoice(invoice)
    .map(({ rule }) => rule)
    .filter((rule) => arithmetic.test(rule));

/** An amount that differs by a cent from what it was. */
const off = (text: string) => amountText(add(amountOf(text) ?? decimal('0'), decimal('0.01')));

describe.each(cases)('$source', (one) => {
  const invoice = invoiceOfCase(one);

  it('adds up as it was written', () => {
    expect(rulesBroken(invoice)).toEqual([]);
    const computed = computedTotals(invoice);
    for (const [key, given] of Object.entries(invoice.totals)) {
      const found = computed[key as keyof typeof computed];
      if (given !== null && typeof found === 'string') expect(`${key} ${found}`).toBe(`${key} ${amountText(decimal(given))}`);
    }
    const shown = invoice.vatBreakdown.map(({ taxable, tax, vat }) => [
      vat.code,
      amountText(decimal(taxable ?? '0')),
      amountText(decimal(tax ?? '0')),
    ]);
    const parts = computed.vatBreakdown.map(({ code, taxable, tax }) => [code, taxable, tax]);
    expect(parts.map(String).sort()).toEqual(shown.map(String).sort());
  });

  it('is told of every total that is a cent off', () => {
    const rules = { lines: 'BR-CO-10', withoutVat: 'BR-CO-13', vat: 'BR-CO-14', withVat: 'BR-CO-15', due: 'BR-CO-16' } as const;
    for (const [key, rule] of Object.entries(rules) as [keyof typeof rules, string][]) {
      const given = invoice.totals[key];
      if (given === null) continue;
      const totals = { ...invoice.totals, [key]: off(given) };
      expect(rulesBroken({ ...invoice, totals }), key).toContain(rule);
    }
  });

  it('is told of a tax and of a base that are a cent off', () => {
    for (const index of invoice.vatBreakdown.keys()) {
      const changed = (key: 'tax' | 'taxable') =>
        invoice.vatBreakdown.map((part, at) => (at === index ? { ...part, [key]: off(part[key] ?? '0') } : part));
      expect(rulesBroken({ ...invoice, vatBreakdown: changed('tax') })).toContain('BR-CO-17');
      const { code } = invoice.vatBreakdown[index]?.vat ?? {};
      expect(rulesBroken({ ...invoice, vatBreakdown: changed('taxable') })).toContain(`BR-${code === 'K' ? 'IC' : code}-08`);
    }
  });
});
