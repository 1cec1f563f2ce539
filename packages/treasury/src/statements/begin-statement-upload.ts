import { AtlasError } from '@atlas/kernel';
import { beginUpload, type Callable, commandAfter, offerUpload } from '@atlas/platform';
import { importStatements, maxStatementBytes, beginStatementUpload as route } from '../contract/statement-imports.ts';
import { openAccount } from './open-account.ts';

/** Says where the file of a bank is to be sent. Nothing is imported before it was handed in. */
export const beginStatementUpload: Callable<typeof route> = commandAfter(
  route,
  (ctx, { byteCount }) => {
    if (byteCount > maxStatementBytes)
      throw new AtlasError('treasury.file_too_large', `The file is larger than ${maxStatementBytes / 1_000_000} MB.`);
    return offerUpload(ctx, byteCount);
  },
  async (tx, { id, name, byteCount, sha256 = null }, offer) => {
    await openAccount(tx, id);
    return beginUpload(tx, offer, { purpose: importStatements.name, subjectId: id, name, byteCount, sha256 });
  },
);
