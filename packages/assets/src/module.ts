import { defineModule } from '@atlas/platform';
import { cancelAsset } from './assets/cancel-asset.ts';
import { commissionAsset } from './assets/commission-asset.ts';
import { createAsset } from './assets/create-asset.ts';
import { disposeAsset } from './assets/dispose-asset.ts';
import { getAsset } from './assets/get-asset.ts';
import { listAssets } from './assets/list-assets.ts';
import { previewSchedule } from './assets/preview-schedule.ts';
import { revalueAsset } from './assets/revalue-asset.ts';
import { createAssetCategory } from './categories/create-category.ts';
import { listAssetCategories } from './categories/list-categories.ts';
import { assetsErrors } from './contract/errors.ts';
import { assetCommissioned, assetDisposed, assetRevalued, runCompleted, runRequested, runReversed } from './contract/events.ts';
import { createDeferral } from './deferrals/create-deferral.ts';
import { getDeferral } from './deferrals/get-deferral.ts';
import { listDeferrals } from './deferrals/list-deferrals.ts';
import { postDueJob } from './jobs/post-due.job.ts';
import { readAssetRegister } from './reports/read-register.ts';
import { assetRegisterFile } from './reports/register-file.ts';
import { rowsDue } from './runs/due-check.ts';
import { getRun } from './runs/get-run.ts';
import { listRuns } from './runs/list-runs.ts';
import { reverseRun } from './runs/reverse-run.ts';
import { startRun } from './runs/start-run.ts';

export const assets = defineModule('assets', {
  operations: [
    createAssetCategory,
    listAssetCategories,
    previewSchedule,
    createAsset,
    commissionAsset,
    disposeAsset,
    revalueAsset,
    cancelAsset,
    getAsset,
    listAssets,
    startRun,
    reverseRun,
    getRun,
    listRuns,
    createDeferral,
    getDeferral,
    listDeferrals,
    readAssetRegister,
  ],
  events: [assetCommissioned, assetDisposed, assetRevalued, runRequested, runCompleted, runReversed],
  errors: assetsErrors,
  jobs: [postDueJob],
  reportables: [assetRegisterFile],
  closing: [rowsDue],
});
