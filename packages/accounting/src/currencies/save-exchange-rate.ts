import { decimal, decimalText, uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { companyOf } from '../company/company-of.ts';
import { saveExchangeRate as route } from '../contract/currencies.ts';
import { checkForeign } from './check-foreign.ts';
import { lockRateOf, saveRate } from './rates.repository.ts';

export const saveExchangeRate = command(route, async (tx, input) => {
  const [{ baseCurrency }, before] = await Promise.all([companyOf(tx), lockRateOf(tx, input)]);
  checkForeign(input.currency, baseCurrency);
  const rate = decimalText(decimal(input.rate));
  const id = await saveRate(tx, { ...input, id: before?.id ?? uuidv7(), rate });
  const after = { ...input, id, rate };
  tx.record({ subjectId: id, ...(before ? { before } : {}), after });
  return after;
});
