import {
  Banknote,
  BellRing,
  BookOpen,
  Boxes,
  Building2,
  Calculator,
  CalendarClock,
  CalendarRange,
  ChartColumn,
  Coins,
  FileCheck2,
  FileText,
  FileUp,
  Hourglass,
  Landmark,
  LayoutDashboard,
  ListTree,
  LockKeyhole,
  type LucideIcon,
  Package,
  Percent,
  ReceiptText,
  RefreshCcw,
  Scale,
  ScrollText,
  Settings,
  Tags,
  Target,
  TrendingUp,
  Truck,
  Waves,
} from 'lucide-react';

export type NavigationKey =
  | 'dashboard'
  | 'invoices'
  | 'eInvoices'
  | 'bills'
  | 'customers'
  | 'suppliers'
  | 'products'
  | 'taxes'
  | 'paymentTerms'
  | 'taxReport'
  | 'trialBalance'
  | 'profitAndLoss'
  | 'balanceSheet'
  | 'cashFlow'
  | 'journalReport'
  | 'byDimension'
  | 'budgets'
  | 'journals'
  | 'accounts'
  | 'bankAccounts'
  | 'payments'
  | 'ageing'
  | 'dunning'
  | 'assets'
  | 'deferrals'
  | 'closing'
  | 'currencies'
  | 'revaluations'
  | 'imports'
  | 'settings';
export type SectionKey = 'sales' | 'purchases' | 'masterData' | 'accounting' | 'data' | 'workspace';

export type Destination = { key: NavigationKey; path: string; icon: LucideIcon };

/** Where one can go, in the order of the sidebar. */
export const navigation: readonly { section: SectionKey | null; destinations: readonly Destination[] }[] = [
  { section: null, destinations: [{ key: 'dashboard', path: '/', icon: LayoutDashboard }] },
  {
    section: 'sales',
    destinations: [
      { key: 'invoices', path: '/invoices', icon: FileText },
      { key: 'eInvoices', path: '/e-invoices', icon: FileCheck2 },
    ],
  },
  { section: 'purchases', destinations: [{ key: 'bills', path: '/bills', icon: ReceiptText }] },
  {
    section: 'masterData',
    destinations: [
      { key: 'customers', path: '/customers', icon: Building2 },
      { key: 'suppliers', path: '/suppliers', icon: Truck },
      { key: 'products', path: '/products', icon: Package },
    ],
  },
  {
    section: 'accounting',
    destinations: [
      { key: 'trialBalance', path: '/reports/trial-balance', icon: Scale },
      { key: 'profitAndLoss', path: '/reports/profit-and-loss', icon: TrendingUp },
      { key: 'balanceSheet', path: '/reports/balance-sheet', icon: ChartColumn },
      { key: 'cashFlow', path: '/reports/cash-flow', icon: Waves },
      { key: 'journalReport', path: '/reports/journal', icon: ScrollText },
      { key: 'taxReport', path: '/reports/taxes', icon: Calculator },
      { key: 'ageing', path: '/reports/ageing', icon: Hourglass },
      { key: 'byDimension', path: '/reports/by-dimension', icon: Tags },
      { key: 'budgets', path: '/budgets', icon: Target },
      { key: 'journals', path: '/journals', icon: BookOpen },
      { key: 'payments', path: '/payments', icon: Banknote },
      { key: 'dunning', path: '/dunning', icon: BellRing },
      { key: 'accounts', path: '/accounts', icon: ListTree },
      { key: 'taxes', path: '/taxes', icon: Percent },
      { key: 'paymentTerms', path: '/payment-terms', icon: CalendarClock },
      { key: 'bankAccounts', path: '/bank-accounts', icon: Landmark },
      { key: 'assets', path: '/assets', icon: Boxes },
      { key: 'deferrals', path: '/deferrals', icon: CalendarRange },
      { key: 'closing', path: '/closing', icon: LockKeyhole },
      { key: 'currencies', path: '/currencies', icon: Coins },
      { key: 'revaluations', path: '/revaluations', icon: RefreshCcw },
    ],
  },
  { section: 'data', destinations: [{ key: 'imports', path: '/imports', icon: FileUp }] },
  { section: 'workspace', destinations: [{ key: 'settings', path: '/settings', icon: Settings }] },
];

export type CreationKey = 'invoice' | 'bill' | 'payment' | 'customer' | 'supplier' | 'product' | 'import';

/** What one can make from anywhere, with the key that picks it in the create menu. */
export const creations: readonly { key: CreationKey; path: string; icon: LucideIcon; shortcut: string }[] = [
  { key: 'invoice', path: '/invoices/new', icon: FileText, shortcut: 'I' },
  { key: 'bill', path: '/bills/new', icon: ReceiptText, shortcut: 'B' },
  { key: 'payment', path: '/payments/new', icon: Banknote, shortcut: 'Z' },
  { key: 'customer', path: '/customers/new', icon: Building2, shortcut: 'K' },
  { key: 'supplier', path: '/suppliers/new', icon: Truck, shortcut: 'S' },
  { key: 'product', path: '/products/new', icon: Package, shortcut: 'P' },
  { key: 'import', path: '/imports/new', icon: FileUp, shortcut: 'M' },
];

/** Whether a page belongs to a destination. */
export const isWithin = (pathname: string, path: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
