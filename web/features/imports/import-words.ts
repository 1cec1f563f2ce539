'use client';
import type { importStatus } from '@atlas/imports/contract';
import type { BadgeTone } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';

export type ImportStatus = z.output<typeof importStatus>;

/** The name of a kind of record in the reader's language; where we have none, the API's. */
export function useKindName(): (kind: string, label: string) => string {
  const t = useTranslations('imports');
  return (kind, label) => {
    const key = `kinds.${kind.replaceAll('.', '_')}` as 'kinds.parties_customers';
    return t.has(key) ? t(key) : label;
  };
}

export const statusTones: Record<ImportStatus, BadgeTone> = {
  uploaded: 'neutral',
  checking: 'accent',
  checked: 'accent',
  running: 'accent',
  completed: 'success',
  failed: 'danger',
  cancelled: 'warning',
};

export const isBusy = (status: ImportStatus): boolean => status === 'checking' || status === 'running';
export const isEditable = (status: ImportStatus): boolean => status === 'uploaded' || status === 'checked' || status === 'failed';

/** The list that shows records of a kind. */
export const listPaths: Readonly<Record<string, string>> = {
  'parties.customers': '/customers',
  'parties.suppliers': '/suppliers',
  'catalog.products': '/products',
  'sales.invoices': '/invoices',
};
