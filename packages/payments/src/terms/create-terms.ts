import { uuidv7 } from '@atlas/kernel';
import { command } from '@atlas/platform';
import { createPaymentTerms as route } from '../contract/terms.ts';
import { checkTerms } from './check-terms.ts';
import { insertTerms, type Terms } from './terms.repository.ts';

export const createPaymentTerms = command(route, async (tx, fields) => {
  checkTerms(fields);
  const terms: Terms = { id: uuidv7(), ...fields, archived: false, version: 1 };
  await insertTerms(tx, terms);
  tx.record({ subjectId: terms.id, after: terms });
  return terms;
});
