'use client';
import { Button, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { Form } from '@/lib/form.ts';
import { useFormats } from '@/lib/format.tsx';
import { AmountInput } from '../fields/amount-input.tsx';
import { sourcePath } from '../reports/source-link.ts';
import { type Draft, discountOn, keyOf, noShare, type OpenItem, type Share, spread, wholeShare } from './draft.ts';

type Props = { form: Form<Draft, unknown>; items: readonly OpenItem[]; loading: boolean };

/** What is open with the party, and how much of it the payment settles. */
export function AllocationGrid({ form, items, loading }: Props) {
  const t = useTranslations('payments');
  const { values } = form;
  if (values.partyId === '')
    return <p className="rounded-lg border bg-surface p-6 text-center text-ink-muted">{t('choosePartyFirst')}</p>;
  if (loading) return <Skeleton className="h-40" />;
  if (items.length === 0)
    return <p className="rounded-lg border bg-surface p-6 text-center text-ink-muted">{t('nothingOpen')}</p>;
  const share = (item: OpenItem, change: Partial<Share>) => {
    const key = keyOf(item);
    form.set({ shares: { ...values.shares, [key]: { ...noShare, ...values.shares[key], ...change } } });
  };
  return (
    <section className="overflow-x-auto rounded-lg border bg-surface">
      <div className="flex items-center justify-between gap-2 p-3">
        <h2 className="font-semibold">{t('settles')}</h2>
        <Button size="small" onClick={() => form.set({ shares: spread(items, values) })}>
          {t('oldestFirst')}
        </Button>
      </div>
      <table className="w-full tabular-nums" aria-label={t('settles')}>
        <thead>
          <tr className="h-8 border-y text-ink-muted text-xs">
            {(['document', 'date', 'dueDate'] as const).map((name) => (
              <th key={name} scope="col" className="px-3 text-start font-normal">
                {t(name)}
              </th>
            ))}
            {(['open', 'amount', 'discount', 'writeOff'] as const).map((name) => (
              <th key={name} scope="col" className="px-3 text-end font-normal">
                {t(name)}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">{t('whole')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item, index) => (
            <ItemRow
              key={keyOf(item)}
              item={item}
              draft={values}
              error={form.error(`/items/${index}`)}
              onShare={(change) => share(item, change)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { item: OpenItem; draft: Draft; error: string | undefined; onShare: (change: Partial<Share>) => void };

function ItemRow({ item, draft, error, onShare }: RowProps) {
  const t = useTranslations('payments');
  const { amount, date } = useFormats();
  const share = draft.shares[keyOf(item)] ?? noShare;
  const path = sourcePath(item.sourceKind, item.sourceId);
  const overdue = item.dueOn < draft.date;
  const offered = discountOn(item, draft.date) > 0n;
  const field = (name: keyof Share) => (
    <AmountInput
      aria-label={t('fieldOf', { field: t(name), document: item.documentNumber })}
      aria-invalid={error !== undefined}
      className="h-8 w-28"
      value={share[name]}
      onChange={(text) => onShare({ [name]: text })}
    />
  );
  return (
    <tr className="h-10 border-b last:border-b-0">
      <td className="px-3">
        {path ? (
          <Link href={path} prefetch={false} target="_blank" className="hover:underline">
            {item.documentNumber}
          </Link>
        ) : (
          item.documentNumber
        )}
        {item.reference ? <span className="ms-2 text-ink-muted">{item.reference}</span> : null}
      </td>
      <td className="whitespace-nowrap px-3">{date(item.date)}</td>
      <td className={`whitespace-nowrap px-3 ${overdue ? 'text-danger' : ''}`}>{date(item.dueOn)}</td>
      <td className="whitespace-nowrap px-3 text-end">{amount(item.open)}</td>
      <td className="px-1 text-end">{field('amount')}</td>
      <td className="px-1 text-end">{offered ? field('discount') : null}</td>
      <td className="px-1 text-end">{field('writeOff')}</td>
      <td className="px-2">
        <Button
          size="small"
          look="quiet"
          aria-label={t('wholeOf', { document: item.documentNumber })}
          onClick={() => onShare(wholeShare(item, draft))}
        >
          {t('whole')}
        </Button>
      </td>
    </tr>
  );
}
