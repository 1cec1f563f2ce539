'use client';
import { Badge, Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { Checked } from './checked.ts';
import { CheckedTable } from './checked-table.tsx';
import { CheckedTotals } from './checked-totals.tsx';
import { ViolationList } from './violation-list.tsx';

type Party = Checked['invoice']['seller'];

const placeOf = ({ address }: Party): string =>
  [address?.street, [address?.postalCode, address?.city].filter(Boolean).join(' '), address?.country].filter(Boolean).join(', ');
const vatIdOf = ({ taxRegistrations }: Party): string => taxRegistrations.map(({ id }) => id ?? '').join(', ');

/** What an electronic invoice says: who, what, how much; and first of all which rules it breaks. */
export function CheckedInvoice({ checked }: { checked: Checked }) {
  const t = useTranslations('eInvoices');
  const { invoice, syntax, isAcceptable, violations } = checked;
  const facts = [
    [t('number'), invoice.number],
    [t('issueDate'), invoice.issueDate],
    [t('dueDate'), invoice.dueDate],
    [t('typeCode'), invoice.typeCode],
    [t('currency'), invoice.currency],
    [t('syntax'), t(`syntaxes.${syntax}`)],
    [t('buyerReference'), invoice.buyerReference],
  ] as const;
  return (
    <>
      <Card className="p-4">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="font-semibold text-lg">{t(`kinds.${invoice.kind}`)}</h2>
          <Badge tone={isAcceptable ? 'success' : 'danger'}>{t(isAcceptable ? 'acceptable' : 'notAcceptable')}</Badge>
        </div>
        <dl className="mt-3 grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-4 lg:grid-cols-7">
          {facts.map(([label, value]) => (
            <div key={label} className="min-w-0">
              <dt className="text-ink-muted text-xs">{label}</dt>
              <dd className="break-words">{value ?? '–'}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-4 grid gap-4 sm:grid-cols-2">
          {(['seller', 'buyer'] as const).map((who) => (
            <div key={who}>
              <p className="text-ink-muted text-xs">{t(who)}</p>
              <p className="font-semibold">{invoice[who].name ?? '–'}</p>
              <p className="text-ink-muted">{placeOf(invoice[who])}</p>
              <p className="text-ink-muted">{vatIdOf(invoice[who])}</p>
            </div>
          ))}
        </div>
      </Card>
      <ViolationList violations={violations} />
      <CheckedTable
        title={t('lines')}
        headings={[t('line'), t('item'), t('quantity'), t('price'), t('vat'), t('net')]}
        textColumns={2}
        rows={invoice.lines.map(({ id, name, quantity, unit, price, vat, net }) => [
          id,
          name,
          [quantity, unit].filter(Boolean).join(' '),
          price.net,
          [vat?.code, vat?.rate && `${vat.rate} %`].filter(Boolean).join(' '),
          net,
        ])}
      />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <CheckedTable
          title={t('breakdown')}
          headings={[t('vat'), t('taxable'), t('tax'), t('reason')]}
          textColumns={1}
          rows={invoice.vatBreakdown.map(({ vat, taxable, tax, exemptionReason, exemptionCode }) => [
            [vat.code, vat.rate && `${vat.rate} %`].filter(Boolean).join(' '),
            taxable,
            tax,
            exemptionReason ?? exemptionCode,
          ])}
        />
        <CheckedTotals checked={checked} />
      </div>
    </>
  );
}
