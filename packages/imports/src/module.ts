import { defineModule, type Importable, type Module } from '@atlas/platform';
import { importsErrors } from './contract/errors.ts';
import { importCheckRequested, importCompleted, importRunRequested } from './contract/events.ts';
import { addImportFile } from './imports/add-import-file.ts';
import { beginImportUpload } from './imports/begin-import-upload.ts';
import { cancelImport } from './imports/cancel-import.ts';
import { catalogueOf } from './imports/catalogue.ts';
import { checkImport } from './imports/check-import.ts';
import { createImport } from './imports/create-import.ts';
import { storedBytesMeter } from './imports/files-meter.repository.ts';
import { mapImportFile } from './imports/map-import-file.ts';
import { getImport, listImportKinds, listImportRows, listImports } from './imports/read-imports.ts';
import { runImport } from './imports/run-import.ts';
import { takeImportUpload } from './imports/take-import-upload.ts';
import { updateImport } from './imports/update-import.ts';
import { checkImportJob } from './jobs/check-import.job.ts';
import { runImportJob } from './jobs/run-import.job.ts';

/** Imports of whatever the other modules let files bring in. */
export function importsOf(importables: readonly Importable[]): Module {
  const catalogue = catalogueOf(importables);
  return defineModule('imports', {
    operations: [
      createImport(catalogue),
      addImportFile(catalogue),
      beginImportUpload,
      takeImportUpload(catalogue),
      mapImportFile(catalogue),
      updateImport(catalogue),
      checkImport(catalogue),
      runImport(catalogue),
      cancelImport(catalogue),
      getImport(catalogue),
      listImports(catalogue),
      listImportRows,
      listImportKinds(catalogue),
    ],
    events: [importCheckRequested, importRunRequested, importCompleted],
    errors: importsErrors,
    jobs: [checkImportJob(catalogue), runImportJob(catalogue)],
    meters: [storedBytesMeter],
  });
}
