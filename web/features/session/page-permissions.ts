/** What a page needs: by its path, in which a `*` stands for one step of any name, the operation that it is made of. */
export type PageNeed = { readonly permission: string; readonly feature?: string };

const imports = { feature: 'imports' } as const;

/** Of several that fit, the first counts. Pages that everybody may see are left out. */
export const pageNeeds: readonly (readonly [pattern: string, need: PageNeed])[] = [
  ['/invoices', { permission: 'sales.invoice.list' }],
  ['/invoices/new', { permission: 'sales.invoice.create' }],
  ['/invoices/*', { permission: 'sales.invoice.get' }],
  ['/invoices/*/edit', { permission: 'sales.invoice.update' }],
  ['/bills', { permission: 'purchasing.bill.list' }],
  ['/bills/new', { permission: 'purchasing.bill.create' }],
  ['/bills/receive', { permission: 'purchasing.bill.receive' }],
  ['/bills/*', { permission: 'purchasing.bill.get' }],
  ['/bills/*/edit', { permission: 'purchasing.bill.update' }],
  ['/payment-terms', { permission: 'payments.terms.list' }],
  ['/payment-terms/new', { permission: 'payments.terms.create' }],
  ['/payment-terms/*', { permission: 'payments.terms.update' }],
  ['/payments', { permission: 'payments.payment.list' }],
  ['/payments/new', { permission: 'payments.payment.post' }],
  ['/payments/*', { permission: 'payments.payment.get' }],
  ['/dunning', { permission: 'payments.dunning_run.list' }],
  ['/dunning/new', { permission: 'payments.dunning_run.propose' }],
  ['/dunning/*', { permission: 'payments.dunning_run.get' }],
  ['/reminders/*', { permission: 'payments.reminder.get' }],
  ['/settings/dunning', { permission: 'payments.dunning_settings.get' }],
  ['/reports/ageing', { permission: 'payments.report.ageing' }],
  ['/e-invoices', { permission: 'einvoicing.invoice.check' }],
  ['/settings/e-invoices', { permission: 'einvoicing.seller.get' }],
  ...['/customers', '/suppliers'].flatMap((path) => [
    [path, { permission: 'parties.party.list' }] as const,
    [`${path}/new`, { permission: 'parties.party.create' }] as const,
    [`${path}/*`, { permission: 'parties.party.get' }] as const,
    [`${path}/*/edit`, { permission: 'parties.party.update' }] as const,
    [`${path}/*/statement`, { permission: 'payments.report.party_statement' }] as const,
  ]),
  ['/products', { permission: 'catalog.product.list' }],
  ['/products/new', { permission: 'catalog.product.create' }],
  ['/products/*', { permission: 'catalog.product.get' }],
  ['/products/*/edit', { permission: 'catalog.product.update' }],
  ...['trial-balance', 'profit-and-loss', 'balance-sheet', 'cash-flow'].map(
    (name) => [`/reports/${name}`, { permission: 'accounting.report.statement' }] as const,
  ),
  ['/reports/journal', { permission: 'accounting.report.journal' }],
  ['/reports/ledger/*', { permission: 'accounting.report.general_ledger' }],
  ['/reports/taxes', { permission: 'tax.report.read' }],
  ['/taxes', { permission: 'tax.definition.list' }],
  ['/taxes/new', { permission: 'tax.definition.create' }],
  ['/taxes/*', { permission: 'tax.definition.update' }],
  ['/accounts', { permission: 'accounting.account.list' }],
  ['/assets', { permission: 'assets.report.register' }],
  ['/assets/new', { permission: 'assets.asset.create' }],
  ['/assets/categories/new', { permission: 'assets.category.create' }],
  ['/assets/*', { permission: 'assets.asset.get' }],
  ['/deferrals', { permission: 'assets.deferral.list' }],
  ['/deferrals/new', { permission: 'assets.deferral.create' }],
  ['/deferrals/*', { permission: 'assets.deferral.get' }],
  ['/bank-accounts', { permission: 'treasury.bank_account.list' }],
  ['/bank-accounts/new', { permission: 'treasury.bank_account.create' }],
  ['/bank-accounts/*', { permission: 'treasury.bank_account.get' }],
  ['/bank-accounts/*/rules', { permission: 'treasury.matching_rule.list' }],
  ['/bank-accounts/*/reconcile', { permission: 'treasury.suggestion.list' }],
  ['/bank-accounts/*/edit', { permission: 'treasury.bank_account.update' }],
  ['/bank-accounts/*/csv', { permission: 'treasury.bank_account.update' }],
  ['/currencies', { permission: 'accounting.exchange_rate.list' }],
  ['/revaluations', { permission: 'accounting.revaluation.list' }],
  ['/revaluations/new', { permission: 'accounting.revaluation.run' }],
  ['/revaluations/*', { permission: 'accounting.revaluation.get' }],
  ['/closing', { permission: 'accounting.lock.list' }],
  ['/closing/periods/*', { permission: 'accounting.closing.get' }],
  ['/closing/years/*', { permission: 'accounting.year_close.get' }],
  ['/reports/by-dimension', { permission: 'accounting.report.by_dimension' }],
  ['/reports/dimension-lines/*', { permission: 'accounting.report.dimension_lines' }],
  ['/budgets', { permission: 'accounting.budget.list' }],
  ['/budgets/new', { permission: 'accounting.budget.create' }],
  ['/budgets/*', { permission: 'accounting.budget.get' }],
  ['/budgets/*/report', { permission: 'accounting.report.budget' }],
  ['/journals', { permission: 'accounting.journal.list' }],
  ['/journals/new', { permission: 'accounting.journal_draft.create' }],
  ['/journals/drafts', { permission: 'accounting.journal_draft.list' }],
  ['/journals/waiting', { permission: 'accounting.journal_draft.list' }],
  ['/journals/recurring', { permission: 'accounting.journal_schedule.list' }],
  ['/journals/templates', { permission: 'accounting.journal_template.list' }],
  ['/journals/drafts/*', { permission: 'accounting.journal_draft.get' }],
  ['/journals/*', { permission: 'accounting.journal.get' }],
  ['/imports', { permission: 'imports.import.list', ...imports }],
  ['/imports/new', { permission: 'imports.import.create', ...imports }],
  ['/imports/*', { permission: 'imports.import.get', ...imports }],
  ['/settings/dimensions', { permission: 'accounting.dimension.list' }],
  ['/settings/roles', { permission: 'identity.role.list' }],
  ['/settings/roles/new', { permission: 'identity.role.create' }],
  ['/settings/roles/*', { permission: 'identity.role.update' }],
  ['/settings/audit', { permission: 'platform.audit.list' }],
  ['/settings/teams', { permission: 'identity.team.list' }],
  ['/settings/api-keys', { permission: 'identity.service_account.list', feature: 'api_keys' }],
];

const fits = (pattern: string, path: string): boolean => {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((step, index) => step === '*' || step === given[index]);
};

/** What someone needs for a page; null when everybody may see it. */
export function needOf(path: string): PageNeed | null {
  const [pathname = ''] = path.split('?');
  return pageNeeds.find(([pattern]) => fits(pattern, pathname))?.[1] ?? null;
}

/** Whether the page changes something and nothing else. */
export const isWriting = (path: string): boolean => /\/(new|edit)$/.test(path.split('?')[0] ?? '');
