'use client';
import { getJournal } from '@atlas/accounting/contract';
import { Card, Skeleton } from '@atlas/ui';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useMay } from '../session/may.ts';

/** What a document did to the books, for those who may see them. */
export function EntryCard({ entryId }: { entryId: string | null }) {
  const t = useTranslations('invoices');
  const may = useMay();
  if (!may(getJournal)) return null;
  return (
    <Card className="p-4">
      <h2 className="mb-2 font-semibold">{t('entry')}</h2>
      {entryId ? <Entry id={entryId} /> : <p className="text-ink-muted">{t('noEntry')}</p>}
    </Card>
  );
}

function Entry({ id }: { id: string }) {
  const t = useTranslations('invoices');
  const journals = useTranslations('journals');
  const { amount } = useFormats();
  const entry = useRead(getJournal, { id });
  if (!entry.data) return <Skeleton className="h-24" />;
  return (
    <>
      <table className="w-full">
        <thead>
          <tr className="h-7 border-b text-ink-muted text-xs">
            <th scope="col" className="text-start font-normal">
              {journals('account')}
            </th>
            <th scope="col" className="px-2 text-end font-normal">
              {journals('debit')}
            </th>
            <th scope="col" className="text-end font-normal">
              {journals('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {entry.data.lines.map((line) => (
            <tr key={line.position} className="h-7 border-b">
              <td>
                <Link href={`/reports/ledger/${line.accountId}`} prefetch={false} className="hover:underline">
                  {line.accountCode} {line.accountName}
                </Link>
              </td>
              <td className="whitespace-nowrap px-2 text-end">{line.debit ? amount(line.debit) : ''}</td>
              <td className="whitespace-nowrap text-end">{line.credit ? amount(line.credit) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Link href={`/journals/${id}`} className="mt-2 inline-block text-accent hover:underline">
        {t('openEntry', { number: entry.data.number })}
      </Link>
    </>
  );
}
