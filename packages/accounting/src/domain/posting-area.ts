/** Parts of the books that are locked each for itself. */
export const postingAreas = ['sales', 'purchases', 'bank', 'payroll', 'assets', 'general'] as const;

export type PostingArea = (typeof postingAreas)[number];

/** The area of what a module posts; everything else is general. */
const areaOfModule: Readonly<Record<string, PostingArea>> = {
  sales: 'sales',
  purchasing: 'purchases',
  payments: 'bank',
  treasury: 'bank',
  payroll: 'payroll',
  assets: 'assets',
};

/** The area that an entry belongs to, by the kind of what it comes from: `sales.invoice` is of sales. */
export const areaOf = (sourceKind: string): PostingArea => areaOfModule[sourceKind.split('.')[0] ?? ''] ?? 'general';
