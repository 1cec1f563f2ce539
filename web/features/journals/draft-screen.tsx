'use client';
import { approveJournalDraft, deleteJournalDraft, getJournalDraft, rejectJournalDraft } from '@atlas/accounting/contract';
import { Badge, Button } from '@atlas/ui';
import { Check, Trash2, X } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useAction } from '@/lib/action.ts';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { ValueNames } from '../dimensions/value-names.tsx';
import { setUnsaved, useGo } from '../guard/guard-store.ts';
import { RecordState } from '../record/record-state.tsx';
import { useChartOfAccounts } from '../reports/use-chart-of-accounts.ts';
import { useMay } from '../session/may.ts';
import { useSession } from '../session/session.tsx';
import { PageHeader } from '../shell/page-header.tsx';
import { JournalAttachments } from './journal-attachments.tsx';
import { draftOf, type SavedDraft } from './journal-draft.ts';
import { JournalForm } from './journal-form.tsx';
import { RejectDialog } from './reject-dialog.tsx';

/** A journal before it is posted: written while it is a draft, decided while it waits. */
export function DraftScreen({ id }: { id: string }) {
  const query = useRead(getJournalDraft, { id });
  return (
    <RecordState query={query}>
      {(draft) =>
        draft.status === 'draft' || draft.status === 'rejected' ? (
          <JournalForm key={draft.id} initial={draftOf(draft)} saved={draft} notice={<DraftNotice draft={draft} />} />
        ) : (
          <Waiting draft={draft} />
        )
      }
    </RecordState>
  );
}

function DraftNotice({ draft }: { draft: SavedDraft }) {
  const t = useTranslations('journals');
  const go = useGo();
  const may = useMay();
  const remove = useCommand(deleteJournalDraft, ['accounting.journal_draft.list']);
  const { busy, run } = useAction({ told: true });
  const throwAway = () =>
    run(async () => {
      await remove.mutateAsync({ id: draft.id });
      setUnsaved('form', false);
      notify('success', t('deleted'));
      go('/journals/drafts');
    });
  return (
    <div className="flex flex-wrap items-center gap-3">
      {draft.status === 'rejected' ? (
        <p role="status" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {t('rejectedBecause', { comment: draft.comment ?? '' })}
        </p>
      ) : null}
      {draft.needsApproval ? <p className="text-ink-muted">{t('needsApproval')}</p> : null}
      {may(deleteJournalDraft) ? (
        <Button look="quiet" className="ms-auto" busy={busy} onClick={() => void throwAway()}>
          <Trash2 aria-hidden /> {t('delete')}
        </Button>
      ) : null}
    </div>
  );
}

function Waiting({ draft }: { draft: SavedDraft }) {
  const t = useTranslations('journals');
  const { date, money } = useFormats();
  return (
    <>
      <PageHeader
        title={draft.description}
        trail={[{ label: t('title'), path: '/journals' }]}
        badge={<Badge>{t(`statuses.${draft.status}`)}</Badge>}
      >
        {draft.status === 'posted' ? (
          <Button asChild look="primary">
            <Link href={`/journals/${draft.id}`}>{t('openEntry')}</Link>
          </Button>
        ) : (
          <Decide draft={draft} />
        )}
      </PageHeader>
      <div className="flex flex-col gap-3 p-3 sm:p-4">
        <p>
          {date(draft.date)} · {money(draft.total)}
          {draft.reverseOn ? ` · ${t('reverseOn')} ${date(draft.reverseOn)}` : ''}
        </p>
        <ReadLines draft={draft} />
        <JournalAttachments id={draft.id} posted={draft.status === 'posted'} />
      </div>
    </>
  );
}

function Decide({ draft }: { draft: SavedDraft }) {
  const t = useTranslations('journals');
  const may = useMay();
  const go = useGo();
  const { userId } = useSession();
  const [rejecting, setRejecting] = useState(false);
  const approve = useCommand(approveJournalDraft, ['accounting.']);
  const mine = draft.authorIds.includes(userId);
  const { busy, run } = useAction({ told: true });
  const onApprove = () =>
    run(async () => {
      const { number } = await approve.mutateAsync({ id: draft.id, version: draft.version });
      notify('success', t('postedNotice', { number }));
      go(`/journals/${draft.id}`);
    });
  return (
    <>
      {may(rejectJournalDraft) ? (
        <Button onClick={() => setRejecting(true)}>
          <X aria-hidden /> {mine ? t('takeBack') : t('reject')}
        </Button>
      ) : null}
      {may(approveJournalDraft) && !mine ? (
        <Button look="primary" busy={busy} onClick={() => void onApprove()}>
          <Check aria-hidden /> {t('approve')}
        </Button>
      ) : null}
      {rejecting ? <RejectDialog draft={draft} mine={mine} onClose={() => setRejecting(false)} /> : null}
    </>
  );
}

function ReadLines({ draft }: { draft: SavedDraft }) {
  const t = useTranslations('journals');
  const { money } = useFormats();
  const chart = useChartOfAccounts();
  const names = new Map(chart.data?.map(({ id, code, name }) => [id, `${code} ${name}`]));
  const { currency } = draft.total;
  const amount = (text: string | null) => (text === null ? '' : money({ amount: text, currency }));
  return (
    <div className="overflow-auto rounded-lg border bg-surface">
      <table aria-label={t('lines')} className="w-full min-w-[40rem]">
        <thead>
          <tr className="h-8 text-left text-ink-muted text-xs [&>th]:border-b [&>th]:px-4 [&>th]:font-medium">
            <th scope="col">{t('account')}</th>
            <th scope="col">{t('description')}</th>
            <th scope="col" className="text-right">
              {t('debit')}
            </th>
            <th scope="col" className="text-right">
              {t('credit')}
            </th>
          </tr>
        </thead>
        <tbody>
          {draft.lines.map((line, index) => (
            <tr key={index} className="h-8 [&>td]:px-4">
              <td>{names.get(line.accountId ?? '') ?? '–'}</td>
              <td className="text-ink-muted">
                {line.description}
                <ValueNames named={line.dimensions} />
              </td>
              <td className="text-right">{amount(line.debit)}</td>
              <td className="text-right">{amount(line.credit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
