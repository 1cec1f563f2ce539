import type { Page } from '@atlas/contract';
import { type Currency, moneyJson, moneyOf } from '@atlas/kernel';
import { containing, readPage, sql, type TenantTx } from '@atlas/platform';
import type { z } from 'zod';
import type { listStatementLines, statementLine } from '../contract/statements.ts';
import type { AcceptedLine } from '../domain/accept-statement.ts';

type StatementLine = z.output<typeof statementLine>;
type Row = Omit<StatementLine, 'amount'> & { readonly amountMinor: string; readonly currency: string };

/** A line as it is kept: what it is known again by, and which of its equals it is. */
export type NewLine = {
  readonly id: string;
  readonly line: AcceptedLine;
  readonly identity: string;
  readonly occurrence: number;
};

/** What the state of a line `l` with its match `m` and its suggestion `s` means. */
const states = {
  unmatched: sql`m.match_id is null`,
  suggested: sql`m.match_id is null and s.score is not null`,
  matched: sql`m.match_id is not null`,
} as const;

type Place = { readonly bankAccountId: string; readonly statementId: string; readonly currency: string };

/** A line that is kept: which of its equals it is, and the statement that brought it. */
export type KeptLine = { readonly occurrence: number; readonly statementId: string };

/** Which of these lines are kept already, by identity. */
export async function knownLines(
  tx: TenantTx,
  bankAccountId: string,
  identities: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptLine[]>> {
  const rows = await tx.rows<{ identity: string; kept: KeptLine[] }>(sql`
    select identity, jsonb_agg(jsonb_build_object('occurrence', occurrence, 'statementId', statement_id)) as kept from bank_statement_lines
    where tenant_id = ${tx.ctx.tenantId}::uuid and bank_account_id = ${bankAccountId}::uuid and identity = any(${[...new Set(identities)]}::text[])
    group by identity`);
  return new Map(rows.map(({ identity, kept }) => [identity, kept]));
}

/** Writes lines, all in one statement. */
export async function insertLines(
  tx: TenantTx,
  { bankAccountId, statementId, currency }: Place,
  lines: readonly NewLine[],
): Promise<void> {
  const rows = lines.map(({ id, line, identity, occurrence }) => ({
    id,
    identity,
    occurrence,
    position: line.position,
    booked_on: line.bookingDate,
    value_on: line.valueDate,
    amount_minor: line.minor.toString(),
    code: line.code,
    bank_reference: line.bankReference,
    reference: line.reference,
    counterparty_name: line.counterparty.name,
    counterparty_account: line.counterparty.account,
    text: line.text,
    is_reversal: line.isReversal,
    details: line.details,
  }));
  await tx.rows(sql`
    insert into bank_statement_lines (tenant_id, bank_account_id, statement_id, currency, id, identity, occurrence, position, booked_on,
      value_on, amount_minor, code, bank_reference, reference, counterparty_name, counterparty_account, text, is_reversal, details)
    select ${tx.ctx.tenantId}::uuid, ${bankAccountId}::uuid, ${statementId}::uuid, ${currency}, r.id, r.identity, r.occurrence, r.position,
      r.booked_on, r.value_on, r.amount_minor, r.code, r.bank_reference, r.reference, r.counterparty_name, r.counterparty_account, r.text,
      r.is_reversal, r.details
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, identity text, occurrence integer, position integer,
      booked_on date, value_on date, amount_minor bigint, code text, bank_reference text, reference text, counterparty_name text,
      counterparty_account text, text text, is_reversal boolean, details jsonb)`);
}

export async function pageOfLines(
  tx: TenantTx,
  currency: Currency,
  input: z.output<typeof listStatementLines.input>,
): Promise<Page<StatementLine>> {
  const pattern = input.q && containing(input.q);
  const minor = (amount: string): string => moneyOf(amount, currency).minor.toString();
  const page = await readPage<Row, 'bookedOn'>(tx, {
    select: sql`
      select l.id, l.bank_account_id as "bankAccountId", l.statement_id as "statementId", l.booked_on as "bookedOn", l.value_on as "valueOn",
             l.amount_minor::text as "amountMinor", l.currency, l.code, l.bank_reference as "bankReference", l.reference,
             l.counterparty_name as "counterpartyName", l.counterparty_account as "counterpartyAccount", l.text,
             l.is_reversal as "isReversal", l.details, l.booked_on as "sortValue", m.match_id as "matchId", s.score
      from bank_statement_lines as l
      left join bank_match_lines as m on m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone
      left join bank_suggestions as s on s.tenant_id = l.tenant_id and s.line_id = l.id and s.rank = 1`,
    where: [
      sql`l.tenant_id = ${tx.ctx.tenantId}::uuid`,
      sql`l.bank_account_id = ${input.id}::uuid`,
      input.statementId ? sql`l.statement_id = ${input.statementId}::uuid` : null,
      input.from ? sql`l.booked_on >= ${input.from}::date` : null,
      input.to ? sql`l.booked_on <= ${input.to}::date` : null,
      input.minAmount === undefined ? null : sql`l.amount_minor >= ${minor(input.minAmount)}::bigint`,
      input.maxAmount === undefined ? null : sql`l.amount_minor <= ${minor(input.maxAmount)}::bigint`,
      input.state ? states[input.state] : null,
      pattern
        ? sql`(l.text ilike ${pattern} or l.reference ilike ${pattern} or l.bank_reference ilike ${pattern}
            or l.counterparty_name ilike ${pattern} or l.counterparty_account ilike ${pattern})`
        : null,
    ],
    id: sql`l.id`,
    sorts: { bookedOn: { column: sql`l.booked_on`, type: 'date' } },
    sort: input.sort,
    limit: input.limit,
    cursor: input.cursor,
  });
  return {
    ...page,
    items: page.items.map(({ amountMinor, currency: unit, ...line }) => ({
      ...line,
      amount: moneyJson(BigInt(amountMinor), unit),
    })),
  };
}
