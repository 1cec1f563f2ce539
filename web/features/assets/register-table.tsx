'use client';
import type { readAssetRegister } from '@atlas/assets/contract';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';

type Register = z.output<typeof readAssetRegister.output>;
type Props = { label: string; rows: readonly Register['rows'][number][]; total?: Register['total'] };

const figures = ['cost', 'accumulated', 'net'] as const;

/** Assets with what they cost, what is written off and what is left. */
export function RegisterTable({ label, rows, total }: Props) {
  const t = useTranslations('assets');
  const { amount } = useFormats();
  return (
    <table className="w-full tabular-nums" aria-label={label}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          {(['code', 'name', 'category', 'state'] as const).map((name) => (
            <th key={name} scope="col" className="pe-4 text-start font-normal">
              {t(name)}
            </th>
          ))}
          {figures.map((name) => (
            <th key={name} scope="col" className="ps-4 text-end font-normal">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="h-9 border-t hover:bg-hover">
            <td className="pe-4">
              <Link href={`/assets/${row.id}`} prefetch={false} className="hover:underline">
                {row.code}
              </Link>
            </td>
            <td className="pe-4">{row.name}</td>
            <td className="pe-4">{row.categoryName}</td>
            <td className="pe-4">{t(`statuses.${row.status}`)}</td>
            {figures.map((name) => (
              <td key={name} className="ps-4 text-end">
                {amount(row[name])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {total ? (
        <tfoot>
          <tr className="h-9 border-t font-semibold">
            <th scope="row" colSpan={4} className="text-start">
              {t('total')}
            </th>
            {figures.map((name) => (
              <td key={name} className="ps-4 text-end">
                {amount(total[name])}
              </td>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
