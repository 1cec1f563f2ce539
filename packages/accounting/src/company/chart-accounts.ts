import { uuidv7 } from '@atlas/kernel';
import type { AccountRow } from '../accounts/accounts.repository.ts';
import type { AccountRole } from '../contract/accounts.ts';
import { type ChartAccount, cashFlowByCode } from '../domain/chart.ts';

/** The accounts of a template, with ids of their own; headings come before what they hold. */
export function accountsOfChart(chart: readonly ChartAccount[]): AccountRow[] {
  const ids = new Map(chart.map(([code]) => [code, uuidv7()]));
  return chart.map(([code, name, type, parent, role]) => ({
    id: ids.get(code) ?? '',
    code,
    name,
    type,
    parentId: parent === null ? null : (ids.get(parent) ?? null),
    isGroup: role === 'group',
    role: role === 'group' ? null : (role as AccountRole | null),
    cashFlow: cashFlowByCode[code] ?? null,
    archivedAt: null,
    version: 1,
  }));
}
