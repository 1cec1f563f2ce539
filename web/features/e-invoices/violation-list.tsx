'use client';
import { Badge, Card } from '@atlas/ui';
import { useTranslations } from 'use-intl';
import type { Checked } from './checked.ts';

type Violation = Checked['violations'][number];

/** The broken rules of a document by their names, the fatal ones first. */
export function ViolationList({ violations }: { violations: readonly Violation[] }) {
  const t = useTranslations('eInvoices');
  const sorted = violations.toSorted((a, b) => a.severity.localeCompare(b.severity));
  return (
    <Card className="p-4">
      <h2 className="font-semibold">{t('violations', { count: violations.length })}</h2>
      {violations.length === 0 ? <p className="mt-1 text-ink-muted">{t('noViolations')}</p> : null}
      <ul className="mt-2 flex flex-col gap-2">
        {sorted.map((violation) => (
          <li key={`${violation.rule} ${violation.place} ${violation.message}`} className="flex flex-wrap items-baseline gap-2">
            <Badge tone={violation.severity === 'fatal' ? 'danger' : 'warning'}>{violation.rule}</Badge>
            <span>
              {t(`problems.${violation.problem}`, { found: violation.found ?? '', expected: violation.expected ?? '' })}
            </span>
            <span className="text-ink-muted">{violation.message}</span>
            <code className="text-ink-muted text-xs">{violation.place}</code>
          </li>
        ))}
      </ul>
    </Card>
  );
}
