import { AtlasError } from '@atlas/kernel';

export type AssetStatus = 'draft' | 'in_service' | 'fully_depreciated' | 'disposed';
export type AssetStep = 'commission' | 'cancel' | 'revalue' | 'complete' | 'reopen' | 'dispose';

/** What may happen to an asset, and what it is afterwards. A draft that is cancelled is gone. */
const steps: Readonly<Record<AssetStatus, Partial<Record<AssetStep, AssetStatus | 'gone'>>>> = {
  draft: { commission: 'in_service', cancel: 'gone' },
  in_service: { revalue: 'in_service', complete: 'fully_depreciated', reopen: 'in_service', dispose: 'disposed' },
  fully_depreciated: { revalue: 'in_service', reopen: 'in_service', dispose: 'disposed' },
  disposed: {},
};

const words: Readonly<Record<AssetStatus, string>> = {
  draft: 'a draft',
  in_service: 'in service',
  fully_depreciated: 'fully depreciated',
  disposed: 'disposed of',
};

/** The state after a step. @throws AtlasError `assets.wrong_state` */
export function afterStep(status: AssetStatus, step: AssetStep): AssetStatus | 'gone' {
  const next = steps[status][step];
  if (next === undefined) throw new AtlasError('assets.wrong_state', `The asset is ${words[status]}.`, { status, step });
  return next;
}
