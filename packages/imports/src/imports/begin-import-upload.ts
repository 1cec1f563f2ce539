import { AtlasError } from '@atlas/kernel';
import { beginUpload, type Callable, commandAfter, found, offerUpload } from '@atlas/platform';
import { maxFileBytes, beginImportUpload as route, takeImportUpload } from '../contract/imports.ts';
import { afterStep } from '../domain/import-state.ts';
import { loadImport } from './imports.repository.ts';

/** Says where the bytes of a file are to be sent. The import does not have the file before its upload is taken. */
export const beginImportUpload: Callable<typeof route> = commandAfter(
  route,
  (ctx, { byteCount }) => {
    if (byteCount > maxFileBytes)
      throw new AtlasError('imports.file_too_large', `The file is larger than ${maxFileBytes / 1_000_000} MB.`);
    return offerUpload(ctx, byteCount);
  },
  async (tx, { id, name, byteCount, sha256 = null }, offer) => {
    const { head } = found(await loadImport(tx, id, true), 'import');
    afterStep(head.status, 'edit');
    return beginUpload(tx, offer, { purpose: takeImportUpload.name, subjectId: id, name, byteCount, sha256 });
  },
);
