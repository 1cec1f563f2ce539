import type pg from 'pg';
import { type Client, clientOf, signUp } from './client.ts';
import { type Figure, figure, inTurns, percentile } from './measure.ts';
import { makeTerms } from './posting.ts';
import { openStage, using } from './stage.ts';
import { fillBooks } from './statements-books.ts';
import { fillTaxes, taxesPlain } from './statements-taxes.ts';
import { connect } from './stores.ts';

const asOf = '2026-10-17';
const from = '2026-02-03';

const byAccount = (types: string, days: string) => `
  select l.account_id, sum(l.amount_minor) from journal_lines as l
  join ledger_accounts as a on a.tenant_id = l.tenant_id and a.id = l.account_id
  where l.tenant_id = $1 and a.type in (${types}) and ${days} group by l.account_id`;

const agedSql = `
  select i.party_id, width_bucket(date '${asOf}' - i.due_on, array[1, 31, 61, 91]) as bucket, sum(i.amount_minor - coalesce(s.minor, 0))
  from open_items as i
  left join (
    select entry_id, position, sum(minor) as minor from (
      select debit_entry_id as entry_id, debit_position as position, debit_minor as minor from allocations where tenant_id = $1 and date <= '${asOf}'
      union all select credit_entry_id, credit_position, -credit_minor from allocations where tenant_id = $1 and date <= '${asOf}') as a
    group by 1, 2
  ) as s using (entry_id, position)
  where i.tenant_id = $1 and i.ledger = 'receivable' and i.date <= '${asOf}' group by 1, 2`;

type Bench = { readonly name: string; readonly path: string; readonly plain: string };

const benches: readonly Bench[] = [
  {
    name: 'statements.trial_balance',
    path: `/v1/reports/statements/trial_balance?to=${asOf}`,
    plain: byAccount("'asset', 'liability', 'equity', 'income', 'expense'", `l.date <= '${asOf}'`),
  },
  {
    name: 'statements.profit_and_loss',
    path: `/v1/reports/statements/profit_and_loss?from=${from}&to=${asOf}&columns=year_before`,
    plain: byAccount("'income', 'expense'", `l.date between '${from}' and '${asOf}'`),
  },
  {
    name: 'statements.balance_sheet',
    path: `/v1/reports/statements/balance_sheet?to=${asOf}&columns=year_before`,
    plain: byAccount("'asset', 'liability', 'equity', 'income', 'expense'", `l.date <= '${asOf}'`),
  },
  { name: 'statements.aged_receivables', path: `/v1/reports/ageing?ledger=receivable&asOf=${asOf}`, plain: agedSql },
];

/** The tax report of a year, of all documents and of those of a project. */
function taxBenches(valueId: string): Bench[] {
  const year = ['2025-12-02', '2026-12-01'] as const;
  const path = `/v1/reports/taxes?from=${year[0]}&to=${year[1]}`;
  return [
    { name: 'tax-report', path, plain: taxesPlain(...year, null) },
    { name: 'tax-report.of_a_value', path: `${path}&dimensions=${valueId}`, plain: taxesPlain(...year, valueId) },
  ];
}

/** The time that nineteen of twenty calls stay below. */
async function p95(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let index = 0; index < times; index++) {
    const start = performance.now();
    await work();
    taken.push(performance.now() - start);
  }
  return percentile(taken, 95);
}

type Lines = { lines: { label: string | null; cells: (string | null)[] }[] };
type Taxes = {
  rows: { amount: { amount: string } }[];
  accounts: { documents: { amount: string }; difference: { amount: string } }[];
};
type Ageing = { value: { amount: string }; balance: { amount: string } };

/** @throws Error when a statement differs from the lines by a cent */
async function compareWithLines(client: Client, admin: pg.Client, tenantId: string): Promise<void> {
  const sumOf = async (plain: string, sides: 'all' | 'debits'): Promise<string> => {
    const amount = sides === 'all' ? '-sum' : 'greatest(sum, 0)';
    const { rows } = await admin.query<{ sum: string }>(`select sum(${amount})::text as sum from (${plain}) as b`, [tenantId]);
    return rows[0]?.sum ?? '';
  };
  const [trial, result] = benches;
  const cell = async (bench: Bench | undefined, label: string) => {
    const { lines } = await client.call<Lines>('GET', bench?.path ?? '');
    return (lines.find((line) => line.label === label)?.cells[0] ?? '').replace('.', '');
  };
  const told = [await cell(trial, 'total'), await cell(result, 'profit')];
  const said = [await sumOf(trial?.plain ?? '', 'debits'), await sumOf(result?.plain ?? '', 'all')];
  if (told.some((amount, index) => amount !== said[index])) throw new Error(`statements show ${told}, the lines say ${said}`);
  const { value, balance } = await client.call<Ageing>('GET', benches[3]?.path ?? '');
  if (value.amount !== balance.amount) throw new Error(`open items come to ${value.amount}, the account to ${balance.amount}`);
}

/** @throws Error when what documents say of taxes is not what the ledger says */
async function compareTaxes(client: Client, { path }: Bench): Promise<void> {
  const { rows, accounts } = await client.call<Taxes>('GET', path);
  const isMoved = ({ amount }: { amount: string }) => /[1-9]/.test(amount);
  const off = accounts.filter(({ documents, difference }) => isMoved(documents) && isMoved(difference));
  if (rows.length === 0 || off.length > 0) throw new Error(`taxes of ${path}: ${JSON.stringify({ rows, accounts })}`);
}

/** What nineteen of twenty readers of a report wait at most, against plain SQL, once it has been read so many times. */
async function measured(client: Client, admin: pg.Client, tenantId: string, bench: Bench, times: number): Promise<Figure> {
  const { name, path, plain } = bench;
  const read = (often: number) => p95(often, () => client.call('GET', path));
  await read(Math.ceil(times / 3));
  const values = [tenantId];
  return figure(
    name,
    1,
    'ms',
    ...(await inTurns(
      3,
      () => read(times),
      () => p95(3, () => admin.query({ name, text: plain, values })),
    )),
  );
}

type Books = { readonly client: Client; readonly admin: pg.Client; readonly tenantId: string };

/** Books of five million ledger lines, and whoever asks for them. */
const inBooks = (work: (books: Books) => Promise<Figure[]>): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const client = clientOf(stage, await signUp(stage), 1);
    const { tenantId } = await makeTerms(client);
    const admin = await connect(stage.adminUrl);
    await fillBooks(admin, tenantId);
    const figures = await work({ client, admin, tenantId });
    await admin.end();
    client.close();
    return figures;
  });

/** Statements over five million ledger lines, over HTTP, against GROUP BY. */
export const statements = (_seconds: number): Promise<Figure[]> =>
  inBooks(async ({ client, admin, tenantId }) => {
    await compareWithLines(client, admin, tenantId);
    const figures: Figure[] = [];
    for (const bench of benches) figures.push(await measured(client, admin, tenantId, bench, 100));
    return figures;
  });

/** The tax report of a year over the same books, where each document has a tax. */
export const taxReport = (_seconds: number): Promise<Figure[]> =>
  inBooks(async ({ client, admin, tenantId }) => {
    const figures: Figure[] = [];
    for (const bench of taxBenches(await fillTaxes(admin, client, tenantId))) {
      await compareTaxes(client, bench);
      figures.push(await measured(client, admin, tenantId, bench, 5));
    }
    return figures;
  });
