import { command, found, sameVersion } from '@atlas/platform';
import { updatePaymentTerms as route } from '../contract/terms.ts';
import { checkTerms } from './check-terms.ts';
import { lockTerms, saveTerms } from './terms.repository.ts';

export const updatePaymentTerms = command(route, async (tx, { id, version, ...fields }) => {
  checkTerms(fields);
  const before = found(await lockTerms(tx, id), 'payment terms');
  sameVersion(before.version, version);
  const after = { ...before, ...fields, version: version + 1 };
  await saveTerms(tx, after);
  tx.record({ subjectId: id, before, after });
  return after;
});
