/** Refusals of budgets. */
export const budgetErrors = {
  'accounting.budget_not_draft': { status: 409, title: 'What was approved is revised by a new version' },
  'accounting.invalid_budget_line': { status: 422, title: 'This line of a budget does not hold together' },
  'accounting.budget_exceeded': {
    status: 409,
    title: 'This takes more than the budget has left',
    shows: ['budgetId', 'accountId', 'valueId', 'from', 'to', 'spent', 'over', 'budget'],
  },
} as const;
