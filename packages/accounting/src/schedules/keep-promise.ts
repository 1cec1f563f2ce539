import { present } from '@atlas/kernel';
import type { TenantTx } from '@atlas/platform';
import { loadEntry } from '../journals/journals.repository.ts';
import { postReversal } from '../journals/post-reversal.ts';
import { postingTerms } from '../journals/posting.ts';
import { takePlannedReversal } from '../journals/reversals.repository.ts';

/** Posts a reversal that was promised, once: the promise is gone with it. @throws AtlasError as `postEntries` */
export async function keepPromise(tx: TenantTx, entryId: string): Promise<void> {
  const promise = await takePlannedReversal(tx, entryId);
  if (!promise) return;
  const [terms, entry] = await Promise.all([postingTerms(tx, [promise.reverseOn]), loadEntry(tx, entryId)]);
  await postReversal(tx, terms, present(entry, 'an entry is never deleted'), promise.reverseOn);
}
