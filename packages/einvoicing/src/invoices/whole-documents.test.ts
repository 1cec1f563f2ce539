import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkInvoice } from '../domain/check-invoice.ts';
import { readInvoice, writeInvoice } from '../domain/syntaxes.ts';
import { parseXml } from './parse-xml.ts';
import { printXml } from './print-xml.ts';
import { readDocument } from './read-document.ts';

const folder = join(import.meta.dirname, '../../../../../shared/oracles/einvoice');
const there = existsSync(folder);
const json = <T>(path: string): T | null => (there ? (JSON.parse(readFileSync(join(folder, path), 'utf8')) as T) : null);
const text = (path: string) => readFileSync(join(folder, path), 'utf8');

type Told = {
  xml?: string;
  syntax: string;
  id: string;
  type_code: string;
  issue_date: string;
  due_date: string | null;
  currency: string;
  seller: string;
  buyer: string;
  lines: { id: string; name: string; qty: string; unit: string; price: string; base_qty: string | null; net: string }[];
  document_allowances_charges: { charge: boolean; amount: string; reason: string | null }[];
  vat_breakdown: { taxable: string; tax: string; category: string; rate: string | null }[];
  totals: Record<string, string | null>;
};

const told = json<{ invoices: Told[] }>('invoices.json')?.invoices.filter(({ xml }) => xml) ?? [];
const units = json<{ files: { file: string; rule: string; tests: { expect: 'pass' | 'fail' }[] }[] }>(
  'en16931_unit/expected.json',
);

/** Lines of text and the hyphens of days differ between syntaxes, and say nothing. */
const flat = (value: string | null) => value?.replaceAll(/\s+/g, ' ') ?? null;
const day = (value: string | null) => value?.replaceAll('-', '') ?? null;

describe.skipIf(!there)('whole documents (skipped without ../shared/oracles)', { timeout: 30_000 }, () => {
  it.each(told)('$xml is read as it is written, and written as it was read', (one) => {
    const { invoice, syntax } = readDocument(text(one.xml ?? ''));
    expect(syntax).toBe(one.syntax.startsWith('UBL') ? 'ubl' : 'cii');
    expect({
      id: invoice.number,
      type: invoice.typeCode,
      issued: day(invoice.issueDate),
      due: day(invoice.dueDate),
      currency: invoice.currency,
    }).toEqual({
      id: one.id,
      type: one.type_code,
      issued: day(one.issue_date),
      due: day(one.due_date),
      currency: one.currency,
    });
    // Those who wrote the figures down took the name on the letterhead, where there are two.
    for (const who of ['seller', 'buyer'] as const)
      expect([flat(invoice[who].name), flat(invoice[who].tradingName)]).toContain(flat(one[who]));
    expect(
      invoice.lines.map(({ id, name, quantity, unit, price, net }) => [id, flat(name), quantity, unit, price.net, net]),
    ).toEqual(one.lines.map(({ id, name, qty, unit, price, net }) => [id, flat(name), qty, unit, price, net]));
    expect(invoice.allowancesCharges.map(({ charge, amount, reason }) => [charge, amount, flat(reason)])).toEqual(
      one.document_allowances_charges.map(({ charge, amount, reason }) => [charge, amount, flat(reason)]),
    );
    expect(invoice.vatBreakdown.map(({ taxable, tax, vat }) => [taxable, tax, vat.code, vat.rate])).toEqual(
      one.vat_breakdown.map(({ taxable, tax, category, rate }) => [taxable, tax, category, rate]),
    );
    const { totals } = invoice;
    expect([totals.lines, totals.allowances, totals.charges, totals.withoutVat, totals.vat, totals.vatInTaxCurrency]).toEqual(
      ['sum_of_lines', 'allowances', 'charges', 'without_vat', 'vat', 'vat_in_accounting_currency'].map((key) => one.totals[key]),
    );
    expect([totals.withVat, totals.paid, totals.rounding, totals.due]).toEqual(
      ['with_vat', 'prepaid', 'rounding', 'due'].map((key) => one.totals[key]),
    );
    expect(checkInvoice(invoice)).toEqual([]);
    expect(readDocument(printXml(writeInvoice(invoice, syntax))).invoice).toEqual(invoice);
  });

  it.each(units?.files ?? [])('$file: $rule is reported where it has to be, and nowhere else', ({ file, rule, tests }) => {
    const found = parseXml(text(`en16931_unit/${file}`))
      .children.flatMap(({ children }) => children)
      .flatMap((element) => readInvoice(element) ?? [])
      .map(({ invoice }) => (checkInvoice(invoice).some((violation) => violation.rule === rule) ? 'fail' : 'pass'));
    expect(found).toEqual(tests.map((test) => test.expect));
  });
});
