'use client';
import { holdDunning, selectDunningItems } from '@atlas/payments/contract';
import { Badge, Button, Card, Checkbox } from '@atlas/ui';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useCommand } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { useRefused } from '../documents/use-refused.ts';
import { sourcePath } from '../reports/source-link.ts';
import { useMay } from '../session/may.ts';
import type { Proposal, Run } from './dunning.ts';
import { HoldDialog } from './hold-dialog.tsx';

type Item = Proposal['items'][number];

/** A customer of a run: each item can be left out, or put on hold for later runs, too. */
export function ProposalCard({ run, proposal }: { run: Run; proposal: Proposal }) {
  const t = useTranslations('dunning');
  const { money } = useFormats();
  const title = proposal.partyName;
  return (
    <Card className="overflow-x-auto p-4">
      <div className="mb-2 flex flex-wrap items-center gap-3">
        <h2 className="font-semibold">
          <Link href={`/customers/${proposal.partyId}`} className="hover:underline">
            {title}
          </Link>
        </h2>
        {proposal.level > 0 ? <Badge>{t('levelOf', { level: proposal.level })}</Badge> : null}
        {proposal.hasAddress ? null : <Badge tone="warning">{t('noAddress')}</Badge>}
        {proposal.outcome === 'left_out' ? <Badge>{t('leftOut')}</Badge> : null}
        {proposal.reminderId ? (
          <Link href={`/reminders/${proposal.reminderId}`} className="text-accent hover:underline">
            {t('toReminder')}
          </Link>
        ) : null}
        <span className="ml-auto tabular-nums">{proposal.figures.map(({ total }) => money(total)).join(' + ')}</span>
      </div>
      <table className="w-full tabular-nums" aria-label={title}>
        <thead className="text-left text-ink-muted text-xs">
          <tr>
            <th scope="col">{t('document')}</th>
            <th scope="col">{t('dueOn')}</th>
            <th scope="col">{t('level')}</th>
            <th scope="col" className="text-end">
              {t('open')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('hold')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {proposal.items.map((item) => (
            <ItemRow key={`${item.entryId} ${item.position}`} run={run} item={item} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function ItemRow({ run, item }: { run: Run; item: Item }) {
  const t = useTranslations('dunning');
  const may = useMay();
  const refused = useRefused();
  const { date, money } = useFormats();
  const [holding, setHolding] = useState(false);
  const select = useCommand(selectDunningItems, ['payments.dunning', 'platform.audit']);
  const path = sourcePath(item.sourceKind, item.sourceId);
  const { entryId, position } = item;
  const toggle = (selected: boolean) =>
    select.mutate({ id: run.id, version: run.version, selected, items: [{ entryId, position }] }, { onError: refused });
  return (
    <tr className="h-9 border-t">
      <td className="pe-3">
        <span className="flex items-center gap-2">
          <Checkbox
            aria-label={t('remindOf', { document: item.documentNumber })}
            checked={item.selected}
            disabled={run.status !== 'proposed' || !may(selectDunningItems) || select.isPending}
            onChange={(event) => toggle(event.currentTarget.checked)}
          />
          {path ? (
            <Link href={path} className="hover:underline">
              {item.documentNumber}
            </Link>
          ) : (
            item.documentNumber
          )}
        </span>
      </td>
      <td className="whitespace-nowrap pe-3">{t('overdue', { date: date(item.dueOn), count: item.daysOverdue })}</td>
      <td className="pe-3">{item.level}</td>
      <td className="whitespace-nowrap text-end">{money(item.open)}</td>
      <td className="w-0 ps-3 text-end">
        {run.status === 'proposed' && may(holdDunning) ? (
          <Button
            size="small"
            look="quiet"
            aria-label={t('holdOf', { document: item.documentNumber })}
            onClick={() => setHolding(true)}
          >
            {t('hold')}
          </Button>
        ) : null}
        {holding ? <HoldDialog entryId={entryId} document={item.documentNumber} onClose={() => setHolding(false)} /> : null}
      </td>
    </tr>
  );
}
