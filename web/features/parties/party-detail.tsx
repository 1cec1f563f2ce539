'use client';
import { getParty, updateParty } from '@atlas/parties/contract';
import { listReminders, readPartyStatement } from '@atlas/payments/contract';
import { createInvoice, listInvoices } from '@atlas/sales/contract';
import { Badge, Button, Card, Skeleton } from '@atlas/ui';
import { Archive, ArchiveRestore, Pencil, Plus, ScrollText } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl';
import { useCommand, useRead } from '@/lib/api.ts';
import { useFormats } from '@/lib/format.tsx';
import { notify } from '@/lib/notify.ts';
import { useProblemWords } from '@/lib/problem.ts';
import { DocumentStatus } from '../documents/document-status.tsx';
import { CustomerReminders } from '../dunning/customer-reminders.tsx';
import { OwnerName } from '../owners/owner-name.tsx';
import { useTermsOf } from '../payment-terms/use-terms-of.ts';
import { Facts } from '../record/facts.tsx';
import { HistoryCard } from '../record/history.tsx';
import { RecordState } from '../record/record-state.tsx';
import { useMay } from '../session/may.ts';
import { PageHeader } from '../shell/page-header.tsx';
import type { Party } from './party-form.tsx';
import { type PartyRole, pathOfRole } from './party-list.tsx';

/** A customer or supplier: what is known, its invoices, its history. */
export function PartyDetail({ partyRole: role, id }: { partyRole: PartyRole; id: string }) {
  const query = useRead(getParty, { id });
  return <RecordState query={query}>{(party) => <PartyPage partyRole={role} party={party} />}</RecordState>;
}

function PartyPage({ partyRole: role, party }: { partyRole: PartyRole; party: Party }) {
  const t = useTranslations('parties');
  const record = useTranslations('record');
  const path = pathOfRole(role);
  const may = useMay();
  return (
    <>
      <PageHeader
        title={party.name}
        trail={[{ label: t(`${role}.plural`), path }]}
        badge={party.archivedAt ? <Badge>{t('archived')}</Badge> : undefined}
      >
        {may(readPartyStatement) ? (
          <Button asChild look="quiet">
            <Link href={`${path}/${party.id}/statement`} prefetch={false}>
              <ScrollText aria-hidden /> <span className="max-sm:sr-only">{t('statement')}</span>
            </Link>
          </Button>
        ) : null}
        {may(updateParty) ? (
          <>
            <ArchiveButton party={party} />
            <Button asChild>
              <Link href={`${path}/${party.id}/edit`}>
                <Pencil aria-hidden /> <span className="max-sm:sr-only">{record('edit')}</span>
              </Link>
            </Button>
          </>
        ) : null}
        {party.isCustomer && may(createInvoice) ? (
          <Button asChild look="primary">
            <Link href={`/invoices/new?customer=${party.id}`}>
              <Plus aria-hidden /> <span className="max-sm:sr-only">{t('newInvoice')}</span>
            </Link>
          </Button>
        ) : null}
      </PageHeader>
      <div className="grid items-start gap-4 p-3 sm:p-4 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <PartyFacts party={party} />
          {party.isCustomer && may(listInvoices) ? <PartyInvoices id={party.id} /> : null}
          {party.isCustomer && may(listReminders) ? <CustomerReminders partyId={party.id} /> : null}
        </div>
        <HistoryCard subjectId={party.id} />
      </div>
    </>
  );
}

function ArchiveButton({ party }: { party: Party }) {
  const t = useTranslations('parties');
  const words = useProblemWords();
  const update = useCommand(updateParty, ['parties.']);
  const archived = party.archivedAt !== null;
  const toggle = () =>
    update.mutate(
      { id: party.id, version: party.version, archived: !archived },
      {
        onSuccess: () => notify('success', t(archived ? 'restoredNotice' : 'archivedNotice')),
        onError: (error) => notify('error', words(error).title, { description: words(error).detail }),
      },
    );
  return (
    <Button look="quiet" busy={update.isPending} onClick={toggle}>
      {archived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
      <span className="max-sm:sr-only">{t(archived ? 'restore' : 'archive')}</span>
    </Button>
  );
}

function PartyFacts({ party }: { party: Party }) {
  const t = useTranslations('parties');
  const owners = useTranslations('owners');
  const terms = useTermsOf(party.paymentTermsId);
  const roles = [party.isCustomer ? t('isCustomer') : '', party.isSupplier ? t('isSupplier') : ''].filter(Boolean).join(', ');
  const addresses = party.addresses.map(
    (each) =>
      [
        t(`address.${each.kind}`),
        [each.street, [each.postalCode, each.city].filter(Boolean).join(' '), each.region, each.country]
          .filter(Boolean)
          .join('\n'),
      ] as const,
  );
  const contacts = party.contacts.map(
    (each) => [each.title ?? t('contacts'), [each.name, each.email, each.phone].filter(Boolean).join('\n')] as const,
  );
  return (
    <Card className="p-4">
      <h2 className="mb-3 font-semibold">{t('details')}</h2>
      <Facts
        facts={[
          [t('code'), party.code],
          [t('roles'), roles],
          [t('email'), party.email],
          [t('phone'), party.phone],
          [t('taxNumber'), party.taxNumber],
          [t('paymentTermDays'), String(party.paymentTermDays)],
          ...(terms ? [[t('paymentTerms'), `${terms.code} · ${terms.name}`] as const] : []),
          [owners('owner'), <OwnerName key="owner" id={party.ownerId} />],
          ...addresses,
          ...contacts,
          [t('note'), party.note],
        ]}
      />
    </Card>
  );
}

function PartyInvoices({ id }: { id: string }) {
  const t = useTranslations('parties');
  const { date, money } = useFormats();
  const invoices = useRead(listInvoices, { customerId: id, limit: 10 });
  return (
    <Card>
      <div className="flex items-center justify-between px-4 pt-4 pb-2">
        <h2 className="font-semibold">{t('invoices')}</h2>
        <Link href={`/invoices?customerId=${id}`} className="text-accent hover:underline">
          {t('allInvoices')}
        </Link>
      </div>
      {invoices.isPending ? <Skeleton className="m-4 h-24" /> : null}
      {invoices.data?.items.length === 0 ? <p className="px-4 pb-4 text-ink-muted">{t('noInvoices')}</p> : null}
      <ul className="pb-2">
        {invoices.data?.items.map((invoice) => (
          <li key={invoice.id}>
            <Link href={`/invoices/${invoice.id}`} prefetch={false} className="flex h-8 items-center gap-3 px-4 hover:bg-hover">
              <span className="w-36 shrink-0 truncate font-medium">{invoice.number ?? invoice.reference ?? '–'}</span>
              <span className="w-24 text-ink-muted max-sm:hidden">{date(invoice.date)}</span>
              <DocumentStatus document={invoice} />
              <span className="ml-auto">{money(invoice.gross)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
