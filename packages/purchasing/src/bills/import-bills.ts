import { postingTerms, ratesOn } from '@atlas/accounting';
import { businessDate, isBusinessDate } from '@atlas/kernel';
import { partiesByCode } from '@atlas/parties';
import type { Importable, ImportOutcome, ImportRecord, StagedKeys, TenantTx } from '@atlas/platform';
import { loadTaxTerms } from '@atlas/tax';
import { billLinesKind, billsKind, billTableKind } from '../contract/imports.ts';
import { mentionsOfBillRow } from '../domain/bill-table.ts';
import { billKey, billsByNumber, loadImportTerms } from './import-terms.repository.ts';
import { issuePrepared } from './issue-prepared.ts';
import { type Judged, judgeBill, kindOf, supplierIdOf } from './judge-imported.ts';
import { prepareBills } from './prepare-bills.ts';
import type { NewBill } from './prepared-bill.ts';

const given = (values: readonly (string | undefined)[]): string[] => [...new Set(values.filter((value) => value !== undefined))];

async function judgeAll(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null): Promise<Judged[]> {
  const days = given(records.flatMap(({ values }) => [values.date, values.postingDate])).filter(isBusinessDate);
  const lines = records.flatMap((record) => record.lines);
  const foreign = records.flatMap(({ values: { currency = '', date = '' } }) =>
    currency !== '' && isBusinessDate(date) ? [{ currency: currency.toUpperCase(), on: businessDate(date) }] : [],
  );
  const [posting, suppliers, codes, existing, rates] = await Promise.all([
    postingTerms(tx, days.map(businessDate)),
    partiesByCode(tx, given(records.map(({ values }) => values.supplier))),
    loadImportTerms(tx, {
      accounts: given(lines.map(({ values }) => values.account)),
      taxes: given(lines.map(({ values }) => values.tax)),
    }),
    billsByNumber(tx, given(records.map(({ values }) => values.supplierNumber))),
    ratesOn(tx, foreign),
  ]);
  const terms = { posting, rates, suppliers, ...codes, tax: await loadTaxTerms(tx, Object.values(codes.taxes)), staged };
  return records.map((record): Judged => {
    const key = billKey(kindOf(record), supplierIdOf(record, terms) ?? '', record.values.supplierNumber ?? '');
    const targetId = existing.get(key);
    if (targetId) return { record, outcome: { sequence: record.sequence, status: 'unchanged', targetId } };
    return judgeBill(record, terms);
  });
}

async function issueAll(tx: TenantTx, bills: readonly NewBill[]): Promise<Map<string, string>> {
  if (bills.length === 0) return new Map();
  const issued = await issuePrepared(tx, await prepareBills(tx, bills));
  return new Map(issued.map(({ id, kind, supplierId, supplierNumber }) => [billKey(kind, supplierId, supplierNumber ?? ''), id]));
}

/** Bills of former systems become posted bills and credit notes, dated as they were, known again by their supplier and number. */
export const importBills: Importable = {
  kind: billsKind,
  lines: billLinesKind,
  table: { kind: billTableKind, mentions: mentionsOfBillRow },
  does: ['purchasing.bill.issue'],
  after: ['parties.suppliers', 'accounting.accounts'],
  check: async (tx, records, staged) =>
    (await judgeAll(tx, records, staged)).map(({ record, outcome }) => outcome ?? { sequence: record.sequence, status: 'ready' }),
  apply: async (tx, records) => {
    const judged = await judgeAll(tx, records, null);
    const ids = await issueAll(
      tx,
      judged.flatMap((each) => (each.outcome ? [] : [each.bill])),
    );
    return judged.map((each): ImportOutcome => {
      if (each.outcome) return each.outcome;
      const { kind, supplierId, supplierNumber } = each.bill;
      const targetId = ids.get(billKey(kind, supplierId, supplierNumber ?? ''));
      return { sequence: each.record.sequence, status: 'created', ...(targetId ? { targetId } : {}) };
    });
  },
};
