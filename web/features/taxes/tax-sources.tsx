'use client';
import type { MoneyJson } from '@atlas/kernel';
import { listTaxDifferences, listTaxedDocuments, taxDifferencesFile, taxDocumentsFile } from '@atlas/tax/contract';
import { Card } from '@atlas/ui';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { Amount } from '../reports/amount.tsx';
import { ExportMenu } from '../reports/export-menu.tsx';
import type { filterTerms } from '../reports/line-filter.ts';
import type { Range } from '../reports/presets.ts';
import { sourcePath } from '../reports/source-link.ts';
import type { knownTerms } from '../reports/statement-terms.ts';

const limit = 200;

type Asked = { range: Range; terms: ReturnType<typeof filterTerms> & ReturnType<typeof knownTerms> };

/** The documents that a tax came to something on. */
export function TaxDocuments({ range, terms, taxId, direction }: Asked & { taxId: string; direction: 'sale' | 'purchase' }) {
  const t = useTranslations('taxes');
  const asked = { ...range, ...terms, taxId, direction };
  const { data } = useRead(listTaxedDocuments, { ...asked, limit });
  if (!data) return null;
  const rows = data.items.map(({ base, amount, ...source }) => ({ source, amounts: [base, amount] }));
  return (
    <Sources
      title={t('sources')}
      columns={[t('base'), t('amount')]}
      rows={rows}
      more={data.nextCursor !== null}
      actions={<ExportMenu report={taxDocumentsFile} of={t('sources')} terms={rows.length > 0 ? asked : null} />}
    />
  );
}

/** The entries that posted something else to an account than documents say. */
export function TaxDifferences({ range, terms, accountId }: Asked & { accountId: string }) {
  const t = useTranslations('taxes');
  const asked = { ...range, ...terms, accountId };
  const { data } = useRead(listTaxDifferences, { ...asked, limit });
  if (!data) return null;
  const rows = data.items.map(({ documents, ledger, difference, ...source }) => ({
    source,
    amounts: [documents, ledger, difference],
  }));
  const columns = [t('accountFigures.documents'), t('accountFigures.ledger'), t('accountFigures.difference')];
  return (
    <Sources
      title={t('differences')}
      columns={columns}
      rows={rows}
      more={data.nextCursor !== null}
      actions={<ExportMenu report={taxDifferencesFile} of={t('differences')} terms={rows.length > 0 ? asked : null} />}
    />
  );
}

type Source = { sourceKind: string; sourceId: string | null; entryId: string; number: string; description: string; date: string };
type SourcesProps = {
  title: string;
  columns: readonly string[];
  rows: readonly { source: Source; amounts: readonly MoneyJson[] }[];
  more: boolean;
  /** What can be done with them: to take them along. */
  actions: ReactNode;
};

function Sources({ title, columns, rows, more, actions }: SourcesProps) {
  const t = useTranslations('taxes');
  const { date } = useFormats();
  return (
    <Card className="shrink-0 overflow-x-auto p-4">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="font-semibold">{title}</h2>
        {actions}
      </div>
      <table className="w-full tabular-nums" aria-label={title}>
        <thead>
          <tr className="h-8 text-ink-muted text-xs">
            {[t('date'), t('entry'), t('description')].map((heading) => (
              <th key={heading} scope="col" className="pe-4 text-start font-normal">
                {heading}
              </th>
            ))}
            {columns.map((column) => (
              <th key={column} scope="col" className="ps-4 text-end font-normal">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ source, amounts }) => (
            <tr key={`${source.entryId} ${source.sourceId}`} className="h-9 border-t hover:bg-hover">
              <td className="whitespace-nowrap pe-4">{date(source.date)}</td>
              <td className="pe-4">
                <Link href={`/journals/${source.entryId}`} prefetch={false} className="hover:underline">
                  {source.number}
                </Link>
              </td>
              <td className="pe-4">
                <SourceLink source={source} />
              </td>
              {amounts.map((amount, index) => (
                <td key={columns[index]} className="ps-4 text-end">
                  <Amount value={amount} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {more ? <p className="pt-2 text-ink-muted text-xs">{t('newestOnly', { count: limit })}</p> : null}
    </Card>
  );
}

function SourceLink({ source: { sourceKind, sourceId, description } }: { source: Source }) {
  const path = sourcePath(sourceKind, sourceId);
  if (path === null) return description;
  return (
    <Link href={path} prefetch={false} className="hover:underline">
      {description}
    </Link>
  );
}
