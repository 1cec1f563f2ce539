import type pg from 'pg';
import { type Client, clientOf, signUp } from './client.ts';
import { type Figure, figure, inTurns, medianMs, rate } from './measure.ts';
import { makeTerms } from './posting.ts';
import { openStage, using } from './stage.ts';
import { connect } from './stores.ts';
import { wireFigures, wireOfCall, wireOfSql } from './wire.ts';

const clients = 4;

/** Fills a tenant with posted invoices set-based: the rows that the API would write, without its triggers, because what is measured is reading. */
export async function fill(admin: pg.Client, tenantId: string, invoices: number, linesEach: number): Promise<void> {
  const batch = 5000;
  await admin.query('set session_replication_role = replica');
  for (let first = 1; first <= invoices; first += batch) {
    const last = Math.min(first + batch - 1, invoices);
    await admin.query(
      `with picked as (
         select n, gen_random_uuid() as id, gen_random_uuid() as entry, date '2025-01-01' + (n % 700) as date from generate_series($2::integer, $3::integer) as n
       ), accounts as (
         select array_agg(id order by code) as ids from ledger_accounts where tenant_id = $1 and not is_group
       ), customers as (select array_agg(id) as ids from parties where tenant_id = $1),
       entries as (
         insert into journal_entries (tenant_id, id, number, date, period_id, description, source_kind, source_id, line_count)
         select $1, entry, 'B-' || n, date, p.id, 'bench', 'sales.invoice', picked.id, $4::integer from picked
         join accounting_periods as p on p.tenant_id = $1 and picked.date between p.starts_on and p.ends_on
       ), lines as (
         insert into journal_lines (tenant_id, entry_id, position, account_id, date, currency, amount_minor)
         select $1, entry, o, a.ids[1 + (n + o) % array_length(a.ids, 1)], date, 'EUR', case when o % 2 = 0 then n else -n end
         from picked cross join generate_series(1, $4::integer) as o cross join accounts as a
       )
       insert into invoices (tenant_id, id, kind, status, number, customer_id, date, due_date, currency, net_minor, tax_minor, gross_minor, open_minor, entry_id)
       select $1, id, 'invoice', 'posted', 'B-' || n, c.ids[1 + n % array_length(c.ids, 1)], date, date, 'EUR', n, 0, n, n, entry from picked cross join customers as c`,
      [tenantId, first, last, linesEach],
    );
  }
  await admin.query('set session_replication_role = default');
  await admin.query('analyze');
}

/** What a row of the page tells, column by column. */
const pageSql = `
  select i.id, i.kind, i.status, i.number, i.reference, i.customer_id, c.name, to_char(i.date, 'YYYY-MM-DD') as date,
    to_char(i.due_date, 'YYYY-MM-DD') as due_date, i.currency, i.net_minor, i.tax_minor, i.gross_minor, i.open_minor, i.version
  from invoices as i join parties as c on c.tenant_id = i.tenant_id and c.id = i.customer_id
  where i.tenant_id = $1 order by i.date desc, i.id desc limit 50`;

/** Fifty invoices with customer names out of a hundred thousand, over HTTP. */
export const page = (seconds: number): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const cookie = await signUp(stage);
    const client = clientOf(stage, cookie, clients);
    const { tenantId } = await makeTerms(client);
    const admins = await Promise.all(Array.from({ length: clients }, () => connect(stage.adminUrl)));
    await fill(admins[0] as pg.Client, tenantId, 100_000, 2);
    const slice = seconds / 20;
    const read = (reader: Client) => reader.call('GET', '/v1/invoices');
    const plain = (admin: pg.Client) => admin.query({ name: 'page', text: pageSql, values: [tenantId] });
    await rate(clients, 9 * slice, () => read(client));
    const measured = await inTurns(
      5,
      () => rate(clients, slice, () => read(client)),
      () => rate(clients, slice, (index) => plain(admins[index] as pg.Client)),
    );
    const wire = [await wireOfCall(stage, cookie, read), await wireOfSql(stage.adminUrl, plain)] as const;
    await Promise.all(admins.map((admin) => admin.end()));
    client.close();
    return [figure('page', clients, '1/s', ...measured), ...wireFigures('page', ...wire)];
  });

const asOf = '2026-10-17';

/** The balances that trigger and worker would have kept of what was filled in. */
export const balancesSql = `
  insert into account_balances (tenant_id, grain, starts_on, account_id, debit_minor, credit_minor)
  select tenant_id, g, case g when 'day' then date else date_trunc('month', date)::date end, account_id,
         sum(greatest(amount_minor, 0)), sum(greatest(-amount_minor, 0))
  from journal_lines cross join (values ('day'), ('month')) as v (g) group by 1, 2, 3, 4`;

const readBalance = (reader: Client) =>
  reader.call<{ totalDebit: { amount: string } }>('GET', `/v1/reports/trial-balance?asOf=${asOf}`);

/** @throws Error when the report differs from its lines by a cent */
async function compareWithLines(client: Client, admin: pg.Client, tenantId: string): Promise<void> {
  const shown = (await readBalance(client)).totalDebit.amount.replace('.', '');
  const { rows } = await admin.query<{ total: string }>(
    `select sum(balance) as total from (
       select greatest(sum(amount_minor), 0) as balance from journal_lines where tenant_id = $1 and date <= $2 group by account_id) as b`,
    [tenantId, asOf],
  );
  if (shown !== rows[0]?.total) throw new Error(`the trial balance shows ${shown}, the lines say ${rows[0]?.total}`);
}

/** The trial balance over a million ledger lines, over HTTP, against GROUP BY account: at rest, and right after postings. */
export const trialBalance = (seconds: number): Promise<Figure[]> =>
  using(openStage, async (stage) => {
    const cookie = await signUp(stage);
    const client = clientOf(stage, cookie, 1);
    const { tenantId, customerIds, lines } = await makeTerms(client);
    const admin = await connect(stage.adminUrl);
    await fill(admin, tenantId, 100_000, 10);
    await admin.query(balancesSql);
    await admin.query('analyze');
    const group = (plain: pg.Client) =>
      plain.query({
        name: 'group',
        text: `select account_id, sum(amount_minor) from journal_lines where tenant_id = $1 and date <= $2 group by account_id`,
        values: [tenantId, asOf],
      });
    const measure = async (bench: string): Promise<Figure> => {
      await compareWithLines(client, admin, tenantId);
      const measured = await inTurns(
        3,
        () => medianMs(60, () => readBalance(client)),
        () => medianMs(5, () => group(admin)),
      );
      return figure(bench, 1, 'ms', ...measured);
    };
    await rate(1, seconds / 10, () => readBalance(client));
    const figures = [await measure('trial-balance')];
    const [customerId] = customerIds;
    for (const date of [asOf, '2025-02-03'])
      await client.call('POST', '/v1/issued-invoices', { customerId, date, lines: lines() });
    figures.push(await measure('trial-balance.after_postings'));
    const wire = [await wireOfCall(stage, cookie, readBalance), await wireOfSql(stage.adminUrl, group)] as const;
    await admin.end();
    client.close();
    return [...figures, ...wireFigures('trial-balance', ...wire)];
  });
