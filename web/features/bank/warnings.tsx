'use client';
import type { statementWarning } from '@atlas/treasury/contract';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';

export type Warning = z.output<typeof statementWarning>;

/** What is wrong with a statement or a file, in words. */
export function Warnings({ warnings }: { warnings: readonly Warning[] }) {
  const t = useTranslations('bank');
  if (warnings.length === 0) return null;
  return (
    <ul className="mt-1 list-disc rounded-md bg-warning-soft py-1.5 ps-6 pe-2 text-warning text-xs">
      {warnings.map(({ code, values }) => (
        <li key={`${code} ${JSON.stringify(values)}`}>{t(`warnings.${code}`, values)}</li>
      ))}
    </ul>
  );
}
