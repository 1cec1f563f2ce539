import { present } from '@atlas/kernel';
import { type Callable, commandAfter, takeUpload, useUpload } from '@atlas/platform';
import { takeImportUpload as route } from '../contract/imports.ts';
import { addFile } from './add-file.ts';
import type { Catalogue } from './catalogue.ts';
import { inspectFile } from './inspect-file.ts';

/** Takes in a file that was sent to the storage: looked at as one that came through the API. */
export const takeImportUpload = (catalogue: Catalogue): Callable<typeof route> =>
  commandAfter(
    route,
    async (ctx, { id, uploadId }) => {
      const taken = await takeUpload(ctx, uploadId, { purpose: route.name, subjectId: id });
      try {
        return { ...taken, inspection: taken.stored && (await inspectFile(ctx, taken.stored)) };
      } catch (error) {
        await taken.undo();
        throw error;
      }
    },
    async (tx, { id, uploadId }, taken) => {
      const { name, stored } = await useUpload(tx, uploadId, taken);
      const inspection = present(taken.inspection, 'a file that was taken was looked at');
      return addFile(tx, catalogue, id, { name, stored, inspection });
    },
  );
