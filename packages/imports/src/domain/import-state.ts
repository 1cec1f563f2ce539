import { AtlasError } from '@atlas/kernel';

export type ImportStatus = 'uploaded' | 'checking' | 'checked' | 'running' | 'completed' | 'failed' | 'cancelled';
export type ImportStep = 'edit' | 'check' | 'run' | 'cancel';

/** From which status each step may be taken, and where it leads. Editing makes a dry run stale. */
const steps: Record<ImportStep, { readonly from: readonly ImportStatus[]; readonly to: ImportStatus }> = {
  edit: { from: ['uploaded', 'checked', 'failed'], to: 'uploaded' },
  check: { from: ['uploaded', 'checked', 'failed'], to: 'checking' },
  run: { from: ['checked'], to: 'running' },
  cancel: { from: ['uploaded', 'checking', 'checked', 'running', 'failed'], to: 'cancelled' },
};

/** The status after a step. @throws AtlasError `imports.wrong_status` */
export function afterStep(status: ImportStatus, step: ImportStep): ImportStatus {
  if (step === 'run' && status === 'uploaded')
    throw new AtlasError(
      'imports.wrong_status',
      'Its files or settings are not those of the last dry run: check the import first.',
    );
  if (!steps[step].from.includes(status)) {
    throw new AtlasError(
      'imports.wrong_status',
      `The import is ${status}: it cannot be ${step === 'edit' ? 'changed' : `${step}ed`.replace('runed', 'run')} now.`,
    );
  }
  return steps[step].to;
}
