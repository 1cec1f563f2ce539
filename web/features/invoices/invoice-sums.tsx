'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { negated } from '../documents/negated.ts';
import type { Invoice } from './shares.ts';

type Tax = Invoice['taxes'][number];

/** What a document comes to: above the total what is part of it, below it what is kept back from the payment. */
export function InvoiceSums({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const taxWords = useTranslations('taxes');
  const { amount } = useFormats();
  const on = ({ name, base }: Tax): string => t('taxOn', { name, base: amount(base) });
  const withheld = invoice.taxes.filter(({ operation }) => operation === 'withholding');
  return (
    <dl className="ms-auto grid w-full max-w-96 grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-4 py-3 text-end">
      {invoice.charges.map(({ position, description, net }) => (
        <Sum key={position} label={description} value={amount(net)} />
      ))}
      <Sum label={t('net')} value={amount(invoice.net)} />
      {invoice.taxes
        .filter(({ operation }) => operation !== 'withholding')
        .map((tax) =>
          // What the customer owes to the state is named, and is no part of the total.
          tax.operation === 'reverse_charge' ? (
            <Sum key={tax.taxId} label={`${on(tax)} · ${taxWords('operations.reverse_charge')}`} value="–" />
          ) : (
            <Sum key={tax.taxId} label={tax.exemptionReason ?? on(tax)} value={amount(tax.amount)} />
          ),
        )}
      <Sum strong label={t('totalIn', { currency: invoice.currency })} value={amount(invoice.gross)} />
      {withheld.map((tax) => (
        <Sum key={tax.taxId} label={on(tax)} value={amount(negated(tax.amount))} />
      ))}
      {/[1-9]/.test(invoice.withheld.amount) ? <Sum strong label={t('payable')} value={amount(invoice.payable)} /> : null}
    </dl>
  );
}

function Sum({ label, value, strong = false }: { label: string; value: string; strong?: boolean }) {
  return (
    <div className={strong ? 'contents font-semibold' : 'contents'}>
      <dt className={strong ? '' : 'text-ink-muted'}>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
