import {
  BookOpen,
  Boxes,
  Building2,
  CalendarRange,
  ChartColumn,
  FileCheck2,
  FileText,
  FileUp,
  Landmark,
  LayoutDashboard,
  ListTree,
  type LucideIcon,
  Package,
  Scale,
  Settings,
  TrendingUp,
  Truck,
} from 'lucide-react';

export type NavigationKey =
  | 'dashboard'
  | 'invoices'
  | 'eInvoices'
  | 'customers'
  | 'suppliers'
  | 'products'
  | 'trialBalance'
  | 'profitAndLoss'
  | 'balanceSheet'
  | 'journals'
  | 'accounts'
  | 'bankAccounts'
  | 'assets'
  | 'deferrals'
  | 'imports'
  | 'settings';
export type SectionKey = 'sales' | 'masterData' | 'accounting' | 'data' | 'workspace';

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
      { key: 'journals', path: '/journals', icon: BookOpen },
      { key: 'accounts', path: '/accounts', icon: ListTree },
      { key: 'bankAccounts', path: '/bank-accounts', icon: Landmark },
      { key: 'assets', path: '/assets', icon: Boxes },
      { key: 'deferrals', path: '/deferrals', icon: CalendarRange },
    ],
  },
  { section: 'data', destinations: [{ key: 'imports', path: '/imports', icon: FileUp }] },
  { section: 'workspace', destinations: [{ key: 'settings', path: '/settings', icon: Settings }] },
];

export type CreationKey = 'invoice' | 'customer' | 'supplier' | 'product' | 'import';

/** What one can make from anywhere, with the key that picks it in the create menu. */
export const creations: readonly { key: CreationKey; path: string; icon: LucideIcon; shortcut: string }[] = [
  { key: 'invoice', path: '/invoices/new', icon: FileText, shortcut: 'I' },
  { key: 'customer', path: '/customers/new', icon: Building2, shortcut: 'K' },
  { key: 'supplier', path: '/suppliers/new', icon: Truck, shortcut: 'S' },
  { key: 'product', path: '/products/new', icon: Package, shortcut: 'P' },
  { key: 'import', path: '/imports/new', icon: FileUp, shortcut: 'M' },
];

/** Whether a page belongs to a destination. */
export const isWithin = (pathname: string, path: string): boolean =>
  path === '/' ? pathname === '/' : pathname === path || pathname.startsWith(`${path}/`);
