import type { ImportField, ImportKind } from '@atlas/contract';

/** As many periods as a fiscal year can have. */
const periods = Array.from({ length: 13 }, (_, index) => index + 1);

/** The fields of amounts, in order of the periods. */
export const budgetAmountFields = periods.map((period) => `p${period}`);

const amount = (period: number): ImportField => ({
  label: `Period ${period}`,
  type: 'decimal',
  aliases: [`p${String(period).padStart(2, '0')}`, `period${period}`, `month${period}`, `m${period}`],
});

export const budgetLinesKind: ImportKind = {
  name: 'accounting.budget_lines',
  label: 'Lines of budgets',
  key: 'budget',
  keyWith: ['year', 'account', 'value'],
  fields: {
    budget: { label: 'Name of the budget', type: 'text', required: true, aliases: ['budgetname'] },
    year: { label: 'Fiscal year', type: 'text', required: true, aliases: ['fiscalyear'] },
    account: { label: 'Account', type: 'text', required: true, aliases: ['accountcode', 'accountno', 'accountnumber'] },
    value: { label: 'Code of the value', type: 'text', aliases: ['valuecode', 'costcenter', 'costcentre', 'projectcode'] },
    ...Object.fromEntries(periods.map((period) => [`p${period}`, amount(period)])),
  },
};
