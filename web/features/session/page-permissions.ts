/** What a page needs: by its path, in which a `*` stands for one step of any name, the operation that it is made of. */
export type PageNeed = { readonly permission: string; readonly feature?: string };

const imports = { feature: 'imports' } as const;

/** Of several that fit, the first counts. Pages that everybody may see are left out. */
export const pageNeeds: readonly (readonly [pattern: string, need: PageNeed])[] = [
  ['/invoices', { permission: 'sales.invoice.list' }],
  ['/invoices/new', { permission: 'sales.invoice.create' }],
  ['/invoices/*', { permission: 'sales.invoice.get' }],
  ['/invoices/*/edit', { permission: 'sales.invoice.update' }],
  ['/e-invoices', { permission: 'einvoicing.invoice.check' }],
  ['/settings/e-invoices', { permission: 'einvoicing.seller.get' }],
  ...['/customers', '/suppliers'].flatMap((path) => [
    [path, { permission: 'parties.party.list' }] as const,
    [`${path}/new`, { permission: 'parties.party.create' }] as const,
    [`${path}/*`, { permission: 'parties.party.get' }] as const,
    [`${path}/*/edit`, { permission: 'parties.party.update' }] as const,
  ]),
  ['/products', { permission: 'catalog.product.list' }],
  ['/products/new', { permission: 'catalog.product.create' }],
  ['/products/*', { permission: 'catalog.product.get' }],
  ['/products/*/edit', { permission: 'catalog.product.update' }],
  ['/reports/trial-balance', { permission: 'accounting.report.trial_balance' }],
  ['/reports/profit-and-loss', { permission: 'accounting.report.profit_and_loss' }],
  ['/reports/balance-sheet', { permission: 'accounting.report.balance_sheet' }],
  ['/reports/ledger/*', { permission: 'accounting.report.general_ledger' }],
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
  ['/bank-accounts/*/edit', { permission: 'treasury.bank_account.update' }],
  ['/bank-accounts/*/csv', { permission: 'treasury.bank_account.update' }],
  ['/journals', { permission: 'accounting.journal.list' }],
  ['/journals/*', { permission: 'accounting.journal.get' }],
  ['/imports', { permission: 'imports.import.list', ...imports }],
  ['/imports/new', { permission: 'imports.import.create', ...imports }],
  ['/imports/*', { permission: 'imports.import.get', ...imports }],
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
