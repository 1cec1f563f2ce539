import { AtlasError, decimal, decimalText, uuidv7 } from '@atlas/kernel';
import { command, type TenantTx } from '@atlas/platform';
import { taxCreated } from '../contract/events.ts';
import { createTax as route } from '../contract/taxes.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { checkTaxAccounts } from './check-accounts.ts';
import { datedValues, inDayOrder } from './dated-values.ts';
import { insertTax, loadTaxes } from './taxes.repository.ts';

/** The taxes of a group, and those of a surtax, are there and are no groups. @throws AtlasError `tax.unknown_tax` */
async function checkMembers(tx: TenantTx, memberIds: readonly string[]): Promise<void> {
  const known = new Map((memberIds.length > 0 ? await loadTaxes(tx, memberIds) : []).map((row) => [row.id, row]));
  memberIds.forEach((id, index) => {
    const kind = known.get(id)?.kind;
    if (kind !== undefined && kind !== 'group' && memberIds.indexOf(id) === index) return;
    const message = 'It names taxes that are no groups, each once.';
    throw new AtlasError('tax.unknown_tax', message, {
      errors: [{ pointer: `/memberIds/${index}`, code: 'tax.unknown_tax', message }],
    });
  });
}

export const createTax = command(route, async (tx, input) => {
  checkTerms({ ...input, rates: datedValues(input.rates) });
  await Promise.all([checkMembers(tx, input.memberIds), checkTaxAccounts(tx, input)]);
  const rates = inDayOrder(input.rates).map(({ validFrom, value }) => ({ validFrom, value: decimalText(decimal(value)) }));
  const created = { ...input, id: uuidv7(), rates, archivedAt: null, version: 1 };
  await insertTax(tx, created);
  tx.emit(taxCreated, { taxId: created.id, code: created.code });
  return created;
});
