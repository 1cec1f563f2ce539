import { decimal, decimalText } from '@atlas/kernel';
import { command, definedOnly, found, sameVersion } from '@atlas/platform';
import { taxUpdated } from '../contract/events.ts';
import { updateTax as route } from '../contract/taxes.ts';
import { checkTerms } from '../domain/check-terms.ts';
import { checkTaxAccounts } from './check-accounts.ts';
import { datedValues, inDayOrder } from './dated-values.ts';
import { loadTax, lockTax, saveTaxVersion, type TaxRow } from './taxes.repository.ts';

export const updateTax = command(route, async (tx, { id, version, archived, ...changes }) => {
  await lockTax(tx, id);
  const before = found(await loadTax(tx, id), 'tax');
  sameVersion(before.version, version);
  const after: TaxRow = { ...before, ...definedOnly(changes), version: version + 1 };
  checkTerms({ ...after, rates: datedValues(after.rates) });
  await checkTaxAccounts(tx, changes);
  after.rates = inDayOrder(after.rates).map(({ validFrom, value }) => ({ validFrom, value: decimalText(decimal(value)) }));
  if (archived !== undefined) after.archivedAt = archived ? (before.archivedAt ?? tx.ctx.now) : null;
  await saveTaxVersion(tx, after);
  tx.record({ subjectId: id, before, after });
  tx.emit(taxUpdated, { taxId: id, code: after.code });
  return after;
});
