import { describe, expect, it } from 'vitest';
import { type AssetStatus, type AssetStep, afterStep } from './asset-state.ts';

const allSteps: AssetStep[] = ['commission', 'cancel', 'revalue', 'complete', 'reopen', 'dispose'];
const allowed: Record<AssetStatus, Partial<Record<AssetStep, string>>> = {
  draft: { commission: 'in_service', cancel: 'gone' },
  in_service: { revalue: 'in_service', complete: 'fully_depreciated', reopen: 'in_service', dispose: 'disposed' },
  fully_depreciated: { revalue: 'in_service', reopen: 'in_service', dispose: 'disposed' },
  disposed: {},
};

describe.each(Object.keys(allowed) as AssetStatus[])('an asset that is %s', (status) => {
  it.each(allSteps)('%s', (step) => {
    const next = allowed[status][step];
    if (next !== undefined) expect(afterStep(status, step)).toBe(next);
    else expect(() => afterStep(status, step)).toThrow(expect.objectContaining({ code: 'assets.wrong_state' }));
  });
});
