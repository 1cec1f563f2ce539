'use client';
import { useTranslations } from 'use-intl';
import { Amount } from '../reports/amount.tsx';
import { useUrlParams } from '../reports/url-params.ts';
import { link, type Report } from './tax-sums.tsx';

const figures = ['documents', 'ledger', 'difference'] as const;

/** What the accounts of taxes moved by, beside what documents say; a difference leads to its entries. */
export function TaxAccounts({ report }: { report: Report }) {
  const t = useTranslations('taxes');
  const [, change] = useUrlParams();
  return (
    <table className="w-full tabular-nums" aria-label={t('ledger')}>
      <thead>
        <tr className="h-8 text-ink-muted text-xs">
          <th scope="col" className="pe-4 text-start font-normal">
            {t('account')}
          </th>
          {figures.map((name) => (
            <th key={name} scope="col" className="ps-4 text-end font-normal">
              {t(`accountFigures.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {report.accounts.map((account) => (
          <tr key={account.accountId} className="h-9 border-t hover:bg-hover">
            <td className="pe-4">
              {/[1-9]/.test(account.difference.amount) ? (
                <button
                  type="button"
                  className={link}
                  onClick={() => change({ account: account.accountId, tax: null, direction: null })}
                >
                  {account.code} {account.name}
                </button>
              ) : (
                `${account.code} ${account.name}`
              )}
            </td>
            {figures.map((name) => (
              <td key={name} className="ps-4 text-end">
                <Amount value={account[name]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="h-9 border-t font-semibold">
          <th scope="row" className="text-start">
            {t('owed')}
          </th>
          <td />
          <td className="ps-4 text-end">
            <Amount value={report.owed} />
          </td>
          <td />
        </tr>
      </tfoot>
    </table>
  );
}
