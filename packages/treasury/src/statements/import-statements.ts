import { uuidv7 } from '@atlas/kernel';
import { type Callable, commandAfter, found, requestJob, takeUpload, useUpload } from '@atlas/platform';
import { statementImportRequested } from '../contract/events.ts';
import { importStatements as route } from '../contract/statement-imports.ts';
import { insertStatementImport, loadStatementImport } from './imports.repository.ts';
import { openAccount } from './open-account.ts';

/** Hands a file in that was sent to the storage. A job reads it: what it holds may take longer than a request. */
export const importStatements: Callable<typeof route> = commandAfter(
  route,
  (ctx, { id, uploadId }) => takeUpload(ctx, uploadId, { purpose: route.name, subjectId: id }),
  async (tx, { id, uploadId }, taken) => {
    const account = await openAccount(tx, id);
    const { name, stored } = await useUpload(tx, uploadId, taken);
    const importId = uuidv7();
    const jobId = await requestJob(tx, route.name, statementImportRequested, { importId, bankAccountId: id }, importId);
    await insertStatementImport(tx, { id: importId, bankAccountId: account.id, name, stored, jobId });
    tx.record({ subjectId: importId, after: { bankAccountId: id, name, byteCount: stored.byteCount, sha256: stored.sha256 } });
    return found(await loadStatementImport(tx, importId), 'import');
  },
);
