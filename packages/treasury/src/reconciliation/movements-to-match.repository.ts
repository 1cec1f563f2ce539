import { type ClosingCheck, sql } from '@atlas/platform';

/** What banks say and nobody has matched. */
export const movementsToMatch: ClosingCheck = {
  name: 'treasury.movements_to_match',
  summary: 'Movements of banks in the period that are not matched',
  link: '/bank-accounts',
  count: async (tx, { startsOn, endsOn }) => {
    const [row] = await tx.rows<{ count: number }>(sql`
      select count(*)::integer as count from bank_statement_lines as l
      where l.tenant_id = ${tx.ctx.tenantId}::uuid and l.booked_on between ${startsOn}::date and ${endsOn}::date and l.amount_minor <> 0
        and not exists (select from bank_match_lines as m where m.tenant_id = l.tenant_id and m.line_id = l.id and not m.undone)`);
    return row?.count ?? 0;
  },
};
