'use client';
import { createPaymentTerms, listPaymentTerms, updatePaymentTerms } from '@atlas/payments/contract';
import { Badge, Button, Card, EmptyState } from '@atlas/ui';
import { CalendarClock, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import type { Terms } from './terms-values.ts';
import { useTermsWords } from './use-terms-words.ts';

const columns = ['code', 'name', 'due', 'discount'] as const;

/** The payment terms that documents can name. */
export function TermsList() {
  const t = useTranslations('paymentTerms');
  const may = useMay();
  const terms = useRead(listPaymentTerms, { limit: 200 });
  const add = may(createPaymentTerms) ? (
    <Button asChild look="primary">
      <Link href="/payment-terms/new">
        <Plus aria-hidden /> {t('new')}
      </Link>
    </Button>
  ) : null;
  return (
    <RecordState query={terms}>
      {({ items }) => (
        <>
          <PageHeader title={t('plural')}>{items.length > 0 ? add : null}</PageHeader>
          <div className="p-3 sm:p-4">
            {items.length === 0 ? (
              <EmptyState icon={CalendarClock} title={t('emptyTitle')} description={t('emptyAbout')}>
                {add}
              </EmptyState>
            ) : (
              <Card className="overflow-x-auto p-4">
                <TermsTable items={items} links={may(updatePaymentTerms)} />
              </Card>
            )}
          </div>
        </>
      )}
    </RecordState>
  );
}

function TermsTable({ items, links }: { items: readonly Terms[]; links: boolean }) {
  const t = useTranslations('paymentTerms');
  const words = useTermsWords();
  return (
    <table className="w-full" aria-label={t('plural')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          {columns.map((name) => (
            <th key={name} scope="col" className="pe-4 text-start font-normal">
              {t(name)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {items.map((terms) => (
          <tr key={terms.id} className="h-9 border-t hover:bg-hover">
            <td className="whitespace-nowrap pe-4">
              {links ? (
                <Link href={`/payment-terms/${terms.id}`} prefetch={false} className="hover:underline">
                  {terms.code}
                </Link>
              ) : (
                terms.code
              )}
            </td>
            <td className="pe-4">{terms.name}</td>
            <td className="pe-4">{words.lines(terms)}</td>
            <td className="pe-4">{words.discount(terms)}</td>
            <td className="text-end">{terms.archived ? <Badge>{t('archived')}</Badge> : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
