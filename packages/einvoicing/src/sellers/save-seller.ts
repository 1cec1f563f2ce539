import { command, sameVersion } from '@atlas/platform';
import { sellerSaved } from '../contract/events.ts';
import { saveSeller as route } from '../contract/sellers.ts';
import { loadSeller, lockSeller, storeSeller } from './sellers.repository.ts';

export const saveSeller = command(route, async (tx, { version, ...fields }) => {
  await lockSeller(tx);
  const before = await loadSeller(tx);
  sameVersion(before.version, version);
  const after = { ...fields, version: version + 1 };
  await storeSeller(tx, after);
  tx.record({ subjectId: tx.ctx.tenantId, before, after });
  tx.emit(sellerSaved, { version: after.version });
  return after;
});
