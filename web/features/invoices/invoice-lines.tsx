'use client';
import { Card } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { ValueNames } from '../dimensions/value-names.tsx';
import { useTaxChoices } from '../documents/use-tax-choices.ts';
import { InvoiceSums } from './invoice-sums.tsx';
import type { Invoice } from './shares.ts';

const cell = 'px-2 first:ps-4 last:pe-4';

/** What was sold, line by line, with the sums. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices');
  const { amount, decimal, percent, price } = useFormats();
  const taxes = useTaxChoices();
  const taxed = invoice.lines.some(({ taxIds }) => taxIds.length > 0);
  const labelOf = (taxIds: readonly string[]) => {
    const { choices, chosen } = taxes(taxIds);
    return choices.find(({ value }) => value === chosen)?.label ?? '–';
  };
  const discounted = invoice.lines.some(({ discount }) => /[1-9]/.test(discount));
  const headings = [
    [t('product'), false],
    [t('description'), false],
    [t('quantity'), true],
    [t('unitPrice'), true],
    ...(discounted ? [[t('discount'), true] as const] : []),
    ...(taxed ? [[t('tax'), true] as const] : []),
    [t('net'), true],
  ] as const;
  return (
    <Card>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t('lines')}>
        <table className="w-full">
          <thead>
            <tr className="h-8 border-b text-ink-muted text-xs">
              {headings.map(([label, end], index) => (
                <th
                  key={label}
                  scope="col"
                  className={`${cell} whitespace-nowrap font-normal ${end ? 'text-end' : 'text-start'} ${index === 0 ? 'max-sm:hidden' : ''}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {invoice.lines.map((line) => (
              <tr key={line.position} className="h-8 border-b">
                <td className={`${cell} whitespace-nowrap max-sm:hidden`}>
                  {line.productId ? (
                    <Link href={`/products/${line.productId}`} prefetch={false} className="hover:underline">
                      {line.productCode}
                    </Link>
                  ) : null}
                </td>
                <td className={`${cell} w-full`}>
                  {line.description}
                  <ValueNames named={line.dimensions} />
                </td>
                <td className={`${cell} text-end`}>{decimal(line.quantity)}</td>
                <td className={`${cell} text-end`}>{price(line.unitPrice, invoice.currency)}</td>
                {discounted ? (
                  <td className={`${cell} text-end`}>{/[1-9]/.test(line.discount) ? percent(line.discount) : '–'}</td>
                ) : null}
                {taxed ? <td className={`${cell} whitespace-nowrap text-end`}>{labelOf(line.taxIds)}</td> : null}
                <td className={`${cell} whitespace-nowrap text-end`}>{amount(line.net)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <InvoiceSums invoice={invoice} />
    </Card>
  );
}
