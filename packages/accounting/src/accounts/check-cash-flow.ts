import { AtlasError } from '@atlas/kernel';
import { type CashFlowClass, fitsCashFlow } from '../domain/cash-flow.ts';
import type { AccountType } from '../domain/chart.ts';

/** @throws AtlasError `accounting.no_such_cash_flow` */
export function checkCashFlow(type: AccountType, given: CashFlowClass | null): void {
  if (given !== null && !fitsCashFlow(type, given))
    throw new AtlasError('accounting.no_such_cash_flow', `Accounts of type ${type} are never "${given}" in a cash flow.`);
}
