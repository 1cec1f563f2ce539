'use client';
import { useTranslations } from 'use-intl';
import { useFormats } from '@/lib/format.tsx';
import { type Change, changesBetween, isMoney } from './difference.ts';

/** `customerName` → `Customer name`, `lines.1.quantity` → `Lines 1 quantity`. */
function wordsOf(path: string): string {
  const words = path
    .replaceAll('.', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What something became, field by field: before beside after. */
export function AuditChange({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations('audit');
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <p className="text-ink-muted">{t('noChange')}</p>;
  return (
    <table aria-label={t('change')} className="w-full table-fixed">
      <thead>
        <tr className="text-left text-ink-muted text-xs [&>th]:pb-1 [&>th]:font-medium">
          <th scope="col" className="w-1/4">
            {t('field')}
          </th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={change.path} change={change} />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({ change: { path, before, after } }: { change: Change }) {
  return (
    <tr className="align-top [&>td]:break-words [&>td]:py-0.5 [&>td]:pr-3">
      <td className="text-ink-muted">{wordsOf(path)}</td>
      <td>
        <Value value={before} gone />
      </td>
      <td>
        <Value value={after} />
      </td>
    </tr>
  );
}

function Value({ value, gone = false }: { value: unknown; gone?: boolean }) {
  const t = useTranslations('audit');
  const { money, date, instant } = useFormats();
  if (value === null || value === undefined || value === '') return <span className="text-ink-muted">–</span>;
  const textOf = (): string => {
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (isMoney(value)) return money(value);
    if (typeof value !== 'string') return typeof value === 'object' ? t('empty') : String(value);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return instant(value);
    return /^\d{4}-\d\d-\d\d$/.test(value) ? date(value) : value;
  };
  const text = textOf();
  return gone ? <del className="text-danger">{text}</del> : <ins className="text-success no-underline">{text}</ins>;
}
