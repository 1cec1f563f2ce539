import { present } from '@atlas/kernel';
import type { Importable, ImportOutcome, ImportRecord, StagedKeys, TenantTx } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { budgetLinesKind } from '../contract/budget-imports.ts';
import { saveBudgetLines } from '../contract/budgets.ts';
import { dimensionValuesKind } from '../contract/dimension-imports.ts';
import { accountsKind } from '../contract/imports.ts';
import { type BudgetLineRow, loadBudget, saveBudget, viewBudget } from './budgets.repository.ts';
import { budgetNames } from './import-lines.repository.ts';
import { type BudgetImportTerms, judgeBudgetLine } from './judge-budget-line.ts';
import { replaceLines } from './lines.repository.ts';

/** More than a budget holds. */
const mostLines = 2000;

async function termsOf(tx: TenantTx, records: readonly ImportRecord[], staged: StagedKeys | null): Promise<BudgetImportTerms> {
  const called = (field: string) => records.map(({ values }) => values[field] ?? '');
  const [names, { baseCurrency: currency }] = await Promise.all([
    budgetNames(tx, { budgets: called('budget'), accounts: called('account'), values: called('value') }),
    companyOf(tx),
  ]);
  return { ...names, currency, staged };
}

type Row = { readonly sequence: number; readonly line: BudgetLineRow };

const keyOf = ({ accountId, valueId }: BudgetLineRow): string => `${accountId} ${valueId}`;
const isSame = (a: BudgetLineRow, b: BudgetLineRow): boolean => a.amountsMinor.every((minor, at) => minor === b.amountsMinor[at]);

/** Writes rows into a draft: lines that it has get other amounts, others are added. */
async function writeInto(tx: TenantTx, budgetId: string, rows: readonly Row[], currency: string): Promise<ImportOutcome[]> {
  const before = present(await loadBudget(tx, budgetId, true), 'the draft was just found');
  const lines = new Map(before.lines.map((line) => [keyOf(line), line]));
  const outcomes = rows.map(({ sequence, line }): ImportOutcome => {
    const there = lines.get(keyOf(line));
    if (before.head.status !== 'draft')
      return { sequence, status: 'refused', code: 'accounting.budget_not_draft', message: 'The budget is in force by now.' };
    if (there && isSame(there, line)) return { sequence, status: 'unchanged', targetId: budgetId };
    if (!there && lines.size === mostLines)
      return { sequence, status: 'refused', code: 'accounting.invalid_budget_line', message: `A budget has ${mostLines} lines.` };
    lines.set(keyOf(line), line);
    return { sequence, status: 'created', targetId: budgetId };
  });
  if (outcomes.every(({ status }) => status !== 'created')) return outcomes;
  const head = { ...before.head, version: before.head.version + 1 };
  const after = { ...before, head, lines: [...lines.values()] };
  await replaceLines(tx, budgetId, before.periods, after.lines);
  await saveBudget(tx, head);
  const [was, is] = [viewBudget(before, currency), viewBudget(after, currency)];
  tx.record({ subjectId: budgetId, before: { lines: was.lines }, after: { lines: is.lines } });
  return outcomes;
}

/** Lines of drafts of budgets, with their amounts by period beside each other: how spreadsheets have them. */
export const importBudgetLines: Importable = {
  kind: budgetLinesKind,
  does: [saveBudgetLines.name],
  after: [accountsKind.name, dimensionValuesKind.name],
  check: async (tx, records, staged) => {
    const terms = await termsOf(tx, records, staged);
    return records.map((record): ImportOutcome => {
      const judged = judgeBudgetLine(record, terms);
      return 'outcome' in judged ? judged.outcome : { sequence: record.sequence, status: 'ready' };
    });
  },
  apply: async (tx, records) => {
    const terms = await termsOf(tx, records, null);
    const judged = records.map((record) => ({ sequence: record.sequence, ...judgeBudgetLine(record, terms) }));
    const outcomes = judged.flatMap((each) => ('outcome' in each ? [each.outcome] : []));
    const fresh = judged.flatMap((each) => ('outcome' in each ? [] : [each]));
    for (const [budgetId, rows] of Map.groupBy(fresh, (row) => row.budgetId))
      outcomes.push(...(await writeInto(tx, budgetId, rows, terms.currency)));
    return outcomes;
  },
};
