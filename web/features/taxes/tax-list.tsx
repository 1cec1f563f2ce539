'use client';
import { createTax, listTaxes, updateTax } from '@atlas/tax/contract';
import { Button, Card, EmptyState } from '@atlas/ui';
import { Percent, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { today } from '@/lib/today.ts';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import { RoundingCard } from './rounding-card.tsx';
import { type Tax, valueOn } from './tax-values.ts';

const columns = ['code', 'name', 'kind', 'operation', 'value'] as const;

/** Which taxes there are and what they are today, and how they are rounded. */
export function TaxList() {
  const t = useTranslations('taxes');
  const may = useMay();
  const taxes = useRead(listTaxes, { archived: 'false', limit: 200 });
  return (
    <RecordState query={taxes}>
      {({ items }) => (
        <>
          <PageHeader title={t('plural')}>
            {may(createTax) ? (
              <Button asChild look="primary">
                <Link href="/taxes/new">
                  <Plus aria-hidden /> {t('new')}
                </Link>
              </Button>
            ) : null}
          </PageHeader>
          <div className="flex flex-col gap-4 p-3 sm:p-4">
            {items.length === 0 ? (
              <EmptyState icon={Percent} title={t('emptyTitle')} description={t('emptyAbout')} />
            ) : (
              <Card className="overflow-x-auto p-4">
                <TaxTable taxes={items} links={may(updateTax)} />
              </Card>
            )}
            <RoundingCard />
          </div>
        </>
      )}
    </RecordState>
  );
}

function TaxTable({ taxes, links }: { taxes: readonly Tax[]; links: boolean }) {
  const t = useTranslations('taxes');
  const { decimal, percent } = useFormats();
  const codeOf = (id: string) => taxes.find((tax) => tax.id === id)?.code ?? '…';
  const valueText = (tax: Tax): string => {
    const value = valueOn(tax, today());
    if (tax.kind === 'group') return tax.memberIds.map(codeOf).join(' + ');
    if (value === null) return '–';
    return tax.kind === 'fixed' ? decimal(value) : percent(value);
  };
  return (
    <table className="w-full" aria-label={t('plural')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          {columns.map((name) => (
            <th key={name} scope="col" className={`pe-4 font-normal ${name === 'value' ? 'text-end' : 'text-start'}`}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {taxes.map((tax) => (
          <tr key={tax.id} className="h-9 border-t hover:bg-hover">
            <td className="pe-4">
              {links ? (
                <Link href={`/taxes/${tax.id}`} prefetch={false} className="hover:underline">
                  {tax.code}
                </Link>
              ) : (
                tax.code
              )}
            </td>
            <td className="pe-4">{tax.name}</td>
            <td className="pe-4">{t(`kinds.${tax.kind}`)}</td>
            <td className="pe-4">{tax.kind === 'group' ? '–' : t(`operations.${tax.operation}`)}</td>
            <td className="pe-4 text-end tabular-nums">{valueText(tax)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
