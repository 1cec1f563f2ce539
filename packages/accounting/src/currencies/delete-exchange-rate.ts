import { command, found } from '@atlas/platform';
import { deleteExchangeRate as route } from '../contract/currencies.ts';
import { deleteRate, loadRate } from './rates.repository.ts';

export const deleteExchangeRate = command(route, async (tx, { id }) => {
  const before = found(await loadRate(tx, id), 'exchange rate');
  await deleteRate(tx, id);
  tx.record({ subjectId: id, before });
  return { id };
});
