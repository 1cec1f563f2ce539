import type { attachmentRoutes } from '@atlas/contract';
import { maxAttachmentBytes } from '@atlas/contract';
import { AtlasError, uuidv7 } from '@atlas/kernel';
import type { Ctx } from '../context.ts';
import { found } from '../db/editing.ts';
import type { TenantTx } from '../db/tenant-tx.ts';
import { command, commandAfter, query } from '../operation.ts';
import {
  type Attachment,
  attachmentsOf,
  deleteAttachment,
  deleteAttachmentsOf,
  insertAttachment,
  loadAttachment,
  type Source,
  type StoredAttachment,
} from './attachments.repository.ts';
import { fileKind, headBytes } from './file-kind.ts';

const mostFiles = 50;

/** Passes a stream on and keeps how it begins. */
function headOf(content: AsyncIterable<Uint8Array>) {
  let head = new Uint8Array();
  const whole = (async function* () {
    for await (const chunk of content) {
      if (head.length < headBytes) head = Uint8Array.from([...head, ...chunk.subarray(0, headBytes - head.length)]);
      yield chunk;
    }
  })();
  return { whole, head: () => head };
}

/** A file whose bytes are kept and that belongs to nothing yet. */
type StoredFile = Awaited<ReturnType<typeof keepBytes>> & { readonly contentType: string };

/**
 * Keeps bytes outside of the database, for a command that attaches them in its transaction.
 *
 * @throws AtlasError `attachment_too_large`
 */
export async function keepBytes(ctx: Ctx, content: AsyncIterable<Uint8Array>) {
  const file = await ctx.storage.put(ctx.tenantId, content, { bytes: maxAttachmentBytes, code: 'attachment_too_large' });
  return { fingerprint: file.sha256, undo: () => ctx.storage.remove(ctx.tenantId, file.key), file };
}

async function stored(ctx: Ctx, name: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const { whole, head } = headOf(content);
  const kept = await keepBytes(ctx, whole);
  const contentType = fileKind(name, head());
  if (contentType !== null) return { ...kept, contentType };
  await kept.undo();
  throw new AtlasError('attachment_type', 'Attach a PDF, a picture, a text, or a document of an office program, named as such.');
}

/** Attaches a file to a document. What is told of it is for the audit trail of the document. */
export async function attachFile(
  tx: TenantTx,
  source: Source,
  name: string,
  { file, contentType }: Pick<StoredFile, 'file' | 'contentType'>,
): Promise<Attachment> {
  const { byteCount, sha256, key: storageKey } = file;
  const made = { id: uuidv7(), name, contentType, byteCount, sha256, createdBy: tx.ctx.actor.id, createdAt: tx.ctx.now };
  await insertAttachment(tx, source, { ...made, storageKey });
  return made;
}

/** The bytes go when it is sure that nothing tells of them any more. */
function throwAway({ ctx, afterwards }: TenantTx, keys: readonly string[]): void {
  afterwards(async () => {
    for (const key of keys) await ctx.storage.remove(ctx.tenantId, key).catch(() => undefined);
  });
}

/** Takes away what is attached to a document that is deleted. */
export const forgetAttachments = async (tx: TenantTx, source: Source): Promise<void> =>
  throwAway(tx, await deleteAttachmentsOf(tx, source));

/** What a module says of the documents that files are attached to. */
type AttachedTo = {
  readonly kind: string;
  readonly what: string;
  /** Whether a document takes no more changes; null when there is none. Locks nothing. */
  isFinal(tx: TenantTx, id: string): Promise<boolean | null>;
};

/** The operations of files attached to one kind of documents. What is attached to a final document is added to, never taken away. */
export function attachmentOperations(routes: ReturnType<typeof attachmentRoutes>, { kind, what, isFinal }: AttachedTo) {
  const checked = async (tx: TenantTx, id: string): Promise<boolean> => found(await isFinal(tx, id), what);
  const add = commandAfter(
    routes.add,
    (ctx, { name, content }) => stored(ctx, name, content),
    async (tx, { id, name }, file) => {
      await checked(tx, id);
      if ((await attachmentsOf(tx, { kind, id })).length >= mostFiles)
        throw new AtlasError('too_many_attachments', `A ${what} takes ${mostFiles} files.`);
      const made = await attachFile(tx, { kind, id }, name, file);
      tx.record({ subjectId: id, after: { attachment: made } });
      return made;
    },
  );
  const list = query(routes.list, async (tx, { id }) => {
    await checked(tx, id);
    return { items: await attachmentsOf(tx, { kind, id }) };
  });
  const get = query(routes.get, async (tx, { id, attachmentId }) => {
    await checked(tx, id);
    return found(await loadAttachment(tx, { kind, id }, attachmentId), 'attachment');
  });
  const remove = command(routes.remove, async (tx, { id, attachmentId }) => {
    const final = await checked(tx, id);
    const { storageKey, ...gone }: StoredAttachment = found(await loadAttachment(tx, { kind, id }, attachmentId), 'attachment');
    if (final) throw new AtlasError('attachment_kept', `What is attached to a posted ${what} stays.`);
    await deleteAttachment(tx, attachmentId);
    tx.record({ subjectId: id, before: { attachment: gone }, after: null });
    throwAway(tx, [storageKey]);
    return { id: attachmentId };
  });
  return [add, list, get, remove] as const;
}
