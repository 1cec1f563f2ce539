import { errorCatalogue } from '@atlas/contract';

export const importsErrors = errorCatalogue({
  'imports.wrong_status': { status: 409, title: 'The import is past this step' },
  'imports.file_too_large': { status: 413, title: 'The file is too large' },
  'imports.empty_file': { status: 422, title: 'The file is empty' },
  'imports.binary_file': { status: 422, title: 'The file is not text' },
  'imports.not_a_table': { status: 422, title: 'The file is not a table with a header' },
  'imports.too_many_files': { status: 422, title: 'The import has too many files' },
  'imports.unknown_kind': { status: 422, title: 'There is no such kind of record' },
  'imports.unknown_field': { status: 422, title: 'There is no such field' },
  'imports.unknown_column': { status: 422, title: 'The file has no such column' },
  'imports.field_missing': { status: 422, title: 'A required field has no column' },
  'imports.invalid_default': { status: 422, title: 'A field cannot hold this' },
  'imports.file_changed': { status: 409, title: 'The file is not the one that was uploaded' },
  'imports.nothing_to_import': { status: 422, title: 'No file holds anything to import' },
});
