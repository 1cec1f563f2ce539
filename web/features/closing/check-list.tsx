'use client';
import type { closingCheck } from '@atlas/accounting/contract';
import { Badge, Card } from '@atlas/ui';
import { CircleAlert, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { useFormats } from '@/lib/format.tsx';

type Check = z.output<typeof closingCheck>;

/** What is counted before a close: what is left of each, and where it is seen to. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const t = useTranslations('closing');
  return (
    <Card className="flex flex-col gap-1 p-3" aria-label={t('checks')}>
      <h2 className="font-semibold">{t('checks')}</h2>
      <ul>
        {checks.map((check) => (
          <CheckRow key={check.name} check={check} />
        ))}
      </ul>
    </Card>
  );
}

function CheckRow({ check: { name, summary, count: left, link } }: { check: Check }) {
  const t = useTranslations('closing');
  const { count } = useFormats();
  const key = `checkNames.${name.replaceAll('.', '_')}` as 'checkNames.sales_invoice_drafts';
  const title = t.has(key) ? t(key) : summary;
  const Icon = left === 0 ? CircleCheck : CircleAlert;
  return (
    <li className="flex min-h-9 items-center gap-2 border-t first:border-t-0">
      <Icon aria-hidden className={left === 0 ? 'size-4 text-success' : 'size-4 text-warning'} />
      {left === 0 ? (
        <span>{title}</span>
      ) : (
        <Link href={link} className="text-accent underline">
          {title}
        </Link>
      )}
      <Badge tone={left === 0 ? 'success' : 'warning'} className="ms-auto">
        {left === 0 ? t('fine') : count(left)}
      </Badge>
    </li>
  );
}
