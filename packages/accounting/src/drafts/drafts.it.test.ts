import { uuidv7 } from '@atlas/kernel';
import type { Actor } from '@atlas/platform';
import { asAdministrator, type Books, newBooks, violations } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { getJournal } from '../journals/get-journal.ts';
import { postJournal } from '../journals/post-journal.ts';
import { reverseJournal } from '../journals/reverse-journal.ts';
import { readTrialBalance } from '../reports/read-trial-balance.ts';
import { draftFromTemplate } from '../templates/use-journal-template.ts';
import { createJournalTemplate } from '../templates/write-journal-template.ts';
import { approveJournalDraft } from './approve-journal-draft.ts';
import { createJournalDraft } from './create-journal-draft.ts';
import { deleteJournalDraft } from './delete-journal-draft.ts';
import { getJournalSetting, updateJournalSetting } from './journal-setting.ts';
import { postJournalDraft } from './post-journal-draft.ts';
import { getJournalDraft, listJournalDrafts } from './read-journal-drafts.ts';
import { rejectJournalDraft } from './reject-journal-draft.ts';
import { submitJournalDraft } from './submit-journal-draft.ts';
import { updateJournalDraft } from './update-journal-draft.ts';

const refused = (code: string) => expect.objectContaining({ code });
const somebodyElse = (): Actor => ({ kind: 'user', id: uuidv7(), may: () => true });

const rent = (books: Books, amount = '500.00') => ({
  date: '2026-02-10',
  description: 'Rent',
  lines: [
    { accountId: books.account('6020'), debit: amount },
    { accountId: books.account('1020'), credit: amount },
  ],
});

/** Books in which journals above 1,000 need approval. */
async function guarded(): Promise<Books> {
  const books = await newBooks();
  const { version } = await books.run(getJournalSetting, {});
  await books.run(updateJournalSetting, { approvalAbove: '1000.00', version });
  return books;
}

describe('a draft', () => {
  it('is kept unfinished, written anew, and posted under its own id', async () => {
    const books = await newBooks();
    const draft = await books.run(createJournalDraft, {
      ...rent(books),
      lines: [{ debit: '500' }, { accountId: books.account('1020') }],
    });
    expect(draft).toMatchObject({ status: 'draft', total: { amount: '500.00' }, needsApproval: false });
    await expect(books.run(postJournalDraft, draft)).rejects.toMatchObject({
      code: 'accounting.draft_incomplete',
      details: { errors: [{ pointer: '/lines/0/accountId' }, { pointer: '/lines/1/debit' }] },
    });
    const whole = await books.run(updateJournalDraft, { ...rent(books), id: draft.id, version: draft.version });
    await expect(books.run(postJournalDraft, draft)).rejects.toThrow(refused('version_conflict'));
    const entry = await books.run(postJournalDraft, whole);
    expect(entry).toMatchObject({ id: draft.id, number: 'JRN-2026-000001', sourceKind: 'journal', total: { amount: '500.00' } });
    expect(await books.run(getJournalDraft, { id: draft.id })).toMatchObject({ status: 'posted' });
    const now = { id: draft.id, version: whole.version + 1 };
    await expect(books.run(postJournalDraft, now)).rejects.toThrow(refused('accounting.wrong_draft_status'));
    await expect(books.run(deleteJournalDraft, { id: draft.id })).rejects.toThrow(refused('accounting.wrong_draft_status'));
  });

  it('posted twice at once is posted once', async () => {
    const books = await newBooks();
    const { id, version } = await books.run(createJournalDraft, rent(books));
    const tries = await Promise.allSettled([1, 2, 3].map(() => books.run(postJournalDraft, { id, version })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await books.run(readTrialBalance, { asOf: '2026-12-31' })).totalDebit.amount).toBe('500.00');
  });

  it('that is thrown away is gone', async () => {
    const books = await newBooks();
    const { id } = await books.run(createJournalDraft, rent(books));
    await books.run(deleteJournalDraft, { id });
    await expect(books.run(getJournalDraft, { id })).rejects.toThrow(refused('not_found'));
  });
});

describe('an approval', () => {
  it('is asked for above the limit, however the journal comes', async () => {
    const books = await guarded();
    await books.run(postJournal, rent(books, '1000.00'));
    await expect(books.run(postJournal, rent(books, '1000.01'))).rejects.toThrow(refused('accounting.needs_approval'));
    const draft = await books.run(createJournalDraft, rent(books, '1000.01'));
    expect(draft.needsApproval).toBe(true);
    await expect(books.run(postJournalDraft, draft)).rejects.toThrow(refused('accounting.needs_approval'));
  });

  it('is given by somebody else, who posts with it', async () => {
    const books = await guarded();
    const draft = await books.run(createJournalDraft, rent(books, '5000.00'));
    const editor = somebodyElse();
    const edited = await books.run(
      updateJournalDraft,
      { ...rent(books, '6000.00'), ...draft, lines: rent(books, '6000.00').lines },
      { actor: editor },
    );
    const waiting = await books.run(submitJournalDraft, edited);
    expect(waiting.status).toBe('awaiting_approval');
    await expect(books.run(updateJournalDraft, { ...rent(books), id: waiting.id, version: waiting.version })).rejects.toThrow(
      refused('accounting.wrong_draft_status'),
    );
    for (const actor of [undefined, editor])
      await expect(books.run(approveJournalDraft, waiting, actor && { actor })).rejects.toThrow(
        refused('accounting.own_journal'),
      );
    expect((await books.run(listJournalDrafts, { waitsForMe: 'true' })).items).toEqual([]);
    const approver = somebodyElse();
    const mine = await books.run(listJournalDrafts, { waitsForMe: 'true' }, { actor: approver });
    expect(mine.items.map(({ id }) => id)).toEqual([draft.id]);
    const entry = await books.run(approveJournalDraft, { ...waiting, comment: 'Seen' }, { actor: approver });
    expect(entry).toMatchObject({ id: draft.id, total: { amount: '6000.00' } });
    expect(await books.run(getJournalDraft, { id: draft.id })).toMatchObject({
      status: 'posted',
      decidedBy: approver.id,
      comment: 'Seen',
    });
  });

  it('is limited by the amount that the role of the approver allows', async () => {
    const books = await guarded();
    const waiting = await books.run(submitJournalDraft, await books.run(createJournalDraft, rent(books, '5000.00')));
    const limited: Actor = {
      ...somebodyElse(),
      limit: (permission) => (permission === 'accounting.journal_draft.approve' ? '4999' : null),
    };
    await expect(books.run(approveJournalDraft, waiting, { actor: limited })).rejects.toThrow(refused('amount_limit'));
    expect(await books.run(getJournalDraft, { id: waiting.id })).toMatchObject({ status: 'awaiting_approval' });
  });

  it('that is refused comes back with its reason, and may be posted when it is smaller', async () => {
    const books = await guarded();
    const waiting = await books.run(submitJournalDraft, await books.run(createJournalDraft, rent(books, '5000.00')));
    const rejected = await books.run(rejectJournalDraft, { ...waiting, comment: 'Too much' });
    expect(rejected).toMatchObject({ status: 'rejected', comment: 'Too much', decidedBy: books.userId });
    const smaller = await books.run(updateJournalDraft, { ...rent(books, '900.00'), id: rejected.id, version: rejected.version });
    expect(await books.run(postJournalDraft, smaller)).toMatchObject({ total: { amount: '900.00' } });
    expect(await books.run(getJournalDraft, { id: rejected.id })).toMatchObject({ status: 'posted', decidedBy: null });
  });

  it('is not asked for what could not be posted', async () => {
    const books = await guarded();
    const draft = await books.run(createJournalDraft, {
      ...rent(books),
      lines: [...rent(books).lines, { accountId: books.account('6020'), debit: '1' }],
    });
    await expect(books.run(submitJournalDraft, draft)).rejects.toThrow(refused('accounting.unbalanced_entry'));
  });

  it('of one’s own journal, and a change of what is posted, are refused by the database, too', async () => {
    const books = await guarded();
    const waiting = await books.run(submitJournalDraft, await books.run(createJournalDraft, rent(books, '5000.00')));
    const approve = `update journal_drafts set status = 'posted', decided_by = author_ids[1] where id = $1`;
    await expect(asAdministrator(approve, [waiting.id])).rejects.toMatchObject({ constraint: 'journal_drafts_four_eyes' });
    await books.run(approveJournalDraft, waiting, { actor: somebodyElse() });
    for (const statement of [
      'update journal_drafts set total_minor = 1 where id = $1',
      'delete from journal_drafts where id = $1',
    ])
      await expect(asAdministrator(statement, [waiting.id])).rejects.toMatchObject({ message: 'accounting.entry_posted' });
  });
});

describe('an accrual', () => {
  it('is posted with its reversal, which counts from its own day', async () => {
    const books = await newBooks();
    const entry = await books.run(postJournal, { ...rent(books), reverseOn: '2026-03-01' });
    const reversal = await books.run(getJournal, { id: entry.reversedById });
    expect(reversal).toMatchObject({ date: '2026-03-01', reversalOfId: entry.id });
    expect((await books.run(readTrialBalance, { asOf: '2026-02-28' })).totalDebit.amount).toBe('500.00');
    expect((await books.run(readTrialBalance, { asOf: '2026-03-01' })).rows).toEqual([]);
    await expect(books.run(reverseJournal, { id: entry.id, date: '2026-03-02' })).rejects.toThrow(
      refused('accounting.already_reversed'),
    );
    await expect(books.run(postJournal, { ...rent(books), reverseOn: '2026-02-10' })).rejects.toThrow(
      refused('accounting.reversal_too_early'),
    );
    expect(await violations()).toEqual({});
  });

  it('that was a draft is reversed as well', async () => {
    const books = await newBooks();
    const draft = await books.run(createJournalDraft, { ...rent(books), reverseOn: '2026-03-01' });
    expect((await books.run(postJournalDraft, draft)).reversedById).not.toBeNull();
  });
});

describe('a template', () => {
  it('makes a draft that shares out an amount and leaves blanks', async () => {
    const books = await newBooks();
    const line = (code: string, side: string, rest: object) => ({ accountId: books.account(code), side, ...rest });
    const { id } = await books.run(createJournalTemplate, {
      name: 'Rent of two sites',
      description: 'Rent',
      lines: [
        line('6020', 'debit', { kind: 'share', share: '0.333' }),
        line('6070', 'debit', { kind: 'share', share: '0.667' }),
        line('1020', 'credit', { kind: 'blank' }),
      ],
    });
    const draft = await books.run(draftFromTemplate, { id, date: '2026-02-10', amount: '100.01', blanks: { 3: '100.01' } });
    expect(draft.lines.map(({ debit, credit }) => debit ?? credit)).toEqual(['33.30', '66.71', '100.01']);
    expect(await books.run(postJournalDraft, draft)).toMatchObject({ total: { amount: '100.01' } });
    await expect(books.run(draftFromTemplate, { id, date: '2026-02-10' })).rejects.toThrow(
      refused('accounting.template_needs_amount'),
    );
    const control = {
      name: 'Bad',
      description: 'Bad',
      lines: [line('1100', 'debit', { kind: 'blank' }), line('1020', 'credit', { kind: 'blank' })],
    };
    await expect(books.run(createJournalTemplate, control)).rejects.toThrow(refused('accounting.control_account'));
  });
});
