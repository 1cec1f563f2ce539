import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { openAttachment } from '@atlas/platform';
import { asAdministrator, type Books, bytesOf, newBooks, testStorageFolder } from '@atlas/testing';
import { describe, expect, it } from 'vitest';
import { createJournalDraft } from '../drafts/create-journal-draft.ts';
import { deleteJournalDraft } from '../drafts/delete-journal-draft.ts';
import { postJournalDraft } from '../drafts/post-journal-draft.ts';
import { journalAttachments } from './journal-attachments.ts';

const [add, list, get, remove] = journalAttachments;
const receipt = '%PDF-1.7\nA receipt\n';
const refused = (code: string) => expect.objectContaining({ code });

const drafted = (books: Books) =>
  books.run(createJournalDraft, {
    date: '2026-02-10',
    description: 'Rent',
    lines: [
      { accountId: books.account('6020'), debit: '5' },
      { accountId: books.account('1020'), credit: '5' },
    ],
  });

/** Files of a tenant that lie in storage. */
const kept = ({ tenantId }: Books): number => {
  const folder = join(testStorageFolder(), tenantId);
  return existsSync(folder) ? readdirSync(folder).length : 0;
};

describe('a file of a journal', () => {
  it('is attached to a draft, read again, and stays when the draft is posted', async () => {
    const books = await newBooks();
    const draft = await drafted(books);
    const file = await books.run(add, { id: draft.id, name: 'receipt.pdf', content: bytesOf(receipt) });
    expect(file).toMatchObject({ name: 'receipt.pdf', contentType: 'application/pdf', byteCount: receipt.length });
    await books.run(postJournalDraft, draft);
    expect((await books.run(list, { id: draft.id })).items).toEqual([file]);
    expect(await books.run(get, { id: draft.id, attachmentId: file.id })).toEqual(file);
    expect(await text(await openAttachment(books.ctx(), file.id))).toBe(receipt);
    await expect(books.run(remove, { id: draft.id, attachmentId: file.id })).rejects.toThrow(refused('attachment_kept'));
    await books.run(add, { id: draft.id, name: 'letter.txt', content: bytesOf('later') });
    expect((await books.run(list, { id: draft.id })).items).toHaveLength(2);
  });

  it('goes with its draft, and by itself, with its bytes', async () => {
    const books = await newBooks();
    const { id } = await drafted(books);
    const file = await books.run(add, { id, name: 'a.pdf', content: bytesOf(receipt) });
    await books.run(add, { id, name: 'b.pdf', content: bytesOf(receipt) });
    expect(kept(books)).toBe(2);
    await books.run(remove, { id, attachmentId: file.id });
    expect(kept(books)).toBe(1);
    await books.run(deleteJournalDraft, { id });
    expect(kept(books)).toBe(0);
    expect(await asAdministrator('select from attachments where tenant_id = $1', [books.tenantId])).toEqual([]);
  });

  it('is none when it is something else, too large, or attached to nothing; no bytes stay', async () => {
    const books = await newBooks();
    const { id } = await drafted(books);
    const send = (name: string, content: string) => books.run(add, { id, name, content: bytesOf(content) });
    await expect(send('page.pdf', '<html><script>alert(1)</script>')).rejects.toThrow(refused('attachment_type'));
    await expect(send('page.html', '<html>')).rejects.toThrow(refused('attachment_type'));
    await expect(send('large.txt', 'x'.repeat(4_000_001))).rejects.toThrow(refused('attachment_too_large'));
    const nothing = { id: books.tenantId, name: 'a.pdf', content: bytesOf(receipt) };
    await expect(books.run(add, nothing)).rejects.toThrow(refused('not_found'));
    expect(kept(books)).toBe(0);
  });

  it('is none of another workspace', async () => {
    const [books, other] = [await newBooks(), await newBooks()];
    const { id } = await drafted(books);
    const { id: attachmentId } = await books.run(add, { id, name: 'a.pdf', content: bytesOf(receipt) });
    await expect(other.run(get, { id, attachmentId })).rejects.toThrow(refused('not_found'));
    const own = await drafted(other);
    await expect(other.run(get, { id: own.id, attachmentId })).rejects.toThrow(refused('not_found'));
    await expect(openAttachment(other.ctx(), attachmentId)).rejects.toThrow();
  });
});
