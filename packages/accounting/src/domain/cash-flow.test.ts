import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cashFlowOf, cashFlowSheet } from './cash-flow.ts';
import type { AccountType } from './chart.ts';
import type { ChartNode } from './statement-lines.ts';

const node = (code: string, type: AccountType, given: Partial<ChartNode> = {}): ChartNode => ({
  id: code,
  code,
  name: code,
  type,
  role: null,
  parentId: null,
  cashFlow: null,
  ...given,
});
const chartOf = (...nodes: ChartNode[]) => new Map(nodes.map((each) => [each.id, each]));

const chart = chartOf(
  node('bank', 'asset', { role: 'bank' }),
  node('debtors', 'asset', { role: 'receivable' }),
  node('fixed', 'asset', { cashFlow: 'investing' }),
  node('machine', 'asset', { parentId: 'fixed' }),
  node('worn', 'asset', { parentId: 'fixed', cashFlow: 'non_cash' }),
  node('loan', 'liability', { cashFlow: 'financing' }),
  node('capital', 'equity'),
  node('sales', 'income'),
  node('disposal', 'income', { cashFlow: 'investing' }),
  node('wear', 'expense'),
);

const moved = (movements: Record<string, number>) =>
  new Map(Object.entries(movements).map(([id, amount]) => [id, BigInt(amount)] as const));

test('an account is what it says, what its heading says, or what its role and type suggest', () => {
  const as = (id: string) => cashFlowOf(chart.get(id) as ChartNode, chart);
  expect(['bank', 'debtors', 'machine', 'worn', 'capital', 'sales', 'disposal'].map(as)).toEqual([
    'cash',
    'operating',
    'investing',
    'non_cash',
    'financing',
    'operating',
    'investing',
  ]);
});

test('a year of a small company: result, what was no money, working capital, machine, loan', () => {
  // Sold 900 on credit, 700 of it paid; a machine of 500 bought with a loan of 400; wear of 50; an old machine sold at a gain of 30.
  const columns = [moved({ bank: 630, debtors: 200, machine: 500, worn: -50, loan: -400, sales: -900, disposal: -30, wear: 50 })];
  const sheet = cashFlowSheet({ chart, columns, opening: [moved({ bank: 70 })], closing: [moved({ bank: 700 })] });
  const shown = Object.fromEntries(sheet.lines.map(({ key, amounts }) => [key, amounts?.map(Number)]));
  expect(shown).toMatchObject({
    profit: [880],
    'non_cash-worn': [50],
    'non_cash-disposal': [-30],
    'working_capital-debtors': [-200],
    total_operating: [700],
    'investing-machine': [-500],
    'investing-disposal': [30],
    total_investing: [-470],
    'financing-loan': [400],
    net_change: [630],
    cash_at_start: [70],
    cash_at_end: [700],
  });
});

test('whatever is posted, flows are the change of cash', () => {
  const ids = [...chart.keys()].filter((id) => id !== 'fixed');
  const entry = fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), fc.bigInt({ min: 1n, max: 10n ** 12n }));
  const books = fc.array(entry, { maxLength: 40 }).map((entries) => {
    const balances = new Map<string, bigint>();
    for (const [debit, credit, amount] of entries) {
      balances.set(debit, (balances.get(debit) ?? 0n) + amount);
      balances.set(credit, (balances.get(credit) ?? 0n) - amount);
    }
    return balances;
  });
  fc.assert(
    fc.property(books, books, (opening, moves) => {
      const closing = new Map([...opening]);
      for (const [id, amount] of moves) closing.set(id, (closing.get(id) ?? 0n) + amount);
      const { lines } = cashFlowSheet({ chart, columns: [moves], opening: [opening], closing: [closing] });
      const flow = (key: string) => lines.find((line) => line.key === key)?.amounts?.[0] ?? 0n;
      expect(flow('total_operating') + flow('total_investing') + flow('total_financing')).toBe(moves.get('bank') ?? 0n);
    }),
  );
});

test('books whose cash moved otherwise are noticed', () => {
  const columns = [moved({ bank: 10, sales: -10 })];
  expect(() => cashFlowSheet({ chart, columns, opening: [moved({})], closing: [moved({ bank: 11 })] })).toThrow(
    'change of its cash',
  );
});
