import { reportSpec, route, schemas } from '@atlas/contract';
import { z } from 'zod';
import { assetStatuses } from './assets.ts';

const { currencyCode, date, id, money } = schemas;

const figures = { cost: money, accumulated: money, net: money };

export const readAssetRegister = route({
  name: 'assets.report.register',
  method: 'GET',
  path: '/reports/asset-register',
  summary: 'Cost, accumulated depreciation and net book value of each asset as of a day, and by ledger account',
  input: z.object({ asOf: date }),
  output: z.object({
    asOf: date,
    currency: currencyCode,
    rows: z.array(
      z.object({ id, code: z.string(), name: z.string(), categoryName: z.string(), status: z.enum(assetStatuses), ...figures }),
    ),
    accounts: z.array(z.object({ accountId: id, accountCode: z.string(), balance: money })),
    total: z.object(figures),
  }),
  errors: ['accounting.not_set_up'],
});

export const assetRegisterFile = reportSpec({
  name: 'asset_register',
  permission: readAssetRegister.name,
  terms: readAssetRegister.input,
  errors: [],
});
