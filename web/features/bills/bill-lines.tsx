'use client';
import { Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import { type MoneyText, useFormats } from '@/lib/format.tsx';
import { ValueNames } from '../dimensions/value-names.tsx';
import type { Bill } from './draft.ts';

const cell = 'px-2 first:ps-4 last:pe-4';
const isSomething = ({ amount }: MoneyText): boolean => /[1-9]/.test(amount);

/** What was bought, line by line, with the taxes and the sums. */
export function BillLines({ bill }: { bill: Bill }) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const { amount, decimal, percent, price } = useFormats();
  const discounted = bill.lines.some(({ discount }) => /[1-9]/.test(discount));
  const headings = [
    [bills('account'), false],
    [t('description'), false],
    [t('quantity'), true],
    [t('unitPrice'), true],
    ...(discounted ? [[t('discount'), true] as const] : []),
    [t('net'), true],
  ] as const;
  return (
    <Card>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard */}
      <section className="overflow-x-auto" tabIndex={0} aria-label={t('lines')}>
        <table className="w-full">
          <thead>
            <tr className="h-8 border-b text-ink-muted text-xs">
              {headings.map(([label, end]) => (
                <th
                  key={label}
                  scope="col"
                  className={`${cell} whitespace-nowrap font-normal ${end ? 'text-end' : 'text-start'}`}
                >
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bill.lines.map((line) => (
              <tr key={line.position} className="h-8 border-b">
                <td className={`${cell} whitespace-nowrap`}>{line.accountCode}</td>
                <td className={`${cell} w-full`}>
                  {line.description}
                  <ValueNames named={line.dimensions} />
                </td>
                <td className={`${cell} text-end`}>{decimal(line.quantity)}</td>
                <td className={`${cell} text-end`}>{price(line.unitPrice, bill.currency)}</td>
                {discounted ? (
                  <td className={`${cell} text-end`}>{/[1-9]/.test(line.discount) ? percent(line.discount) : '–'}</td>
                ) : null}
                <td className={`${cell} whitespace-nowrap text-end`}>{amount(line.net)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Sums bill={bill} />
    </Card>
  );
}

function Sums({ bill }: { bill: Bill }) {
  const t = useTranslations('invoices');
  const bills = useTranslations('bills');
  const { amount } = useFormats();
  const sums: (readonly [key: string, label: string, value: MoneyText])[] = [
    ['net', t('net'), bill.net],
    ...bill.taxes.map(({ taxId, name, operation, amount: value }) => {
      const label = operation === 'domestic' ? name : bills('taxOf', { name, operation: bills(`operations.${operation}`) });
      return [taxId, label, value] as const;
    }),
    ...(isSomething(bill.rounding) ? [['rounding', bills('rounding'), bill.rounding] as const] : []),
  ];
  return (
    <dl className="ms-auto grid w-full max-w-96 grid-cols-[1fr_auto] gap-x-4 gap-y-1 px-4 py-3 text-end">
      {sums.map(([key, label, value]) => (
        <div key={key} className="contents">
          <dt className="text-ink-muted">{label}</dt>
          <dd>{amount(value)}</dd>
        </div>
      ))}
      <div className="contents font-semibold">
        <dt>{t('totalIn', { currency: bill.currency })}</dt>
        <dd>{amount(bill.gross)}</dd>
      </div>
    </dl>
  );
}
