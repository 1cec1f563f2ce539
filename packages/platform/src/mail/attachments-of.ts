import { buffer } from 'node:stream/consumers';
import type { Ctx } from '../context.ts';
import { pageWordsIn } from '../papers/paper.ts';
import { writePaper } from '../papers/write-paper.ts';
import type { Letter, Mail } from './mail.ts';

/** What goes along with a mail, as the vendor takes it: its paper as PDF, or a file that is kept; nothing where there is none. */
export async function attachmentsOf(
  { storage, tenantId }: Pick<Ctx, 'storage' | 'tenantId'>,
  { locale, paper, file }: Pick<Mail, 'locale' | 'paper' | 'file'>,
): Promise<Pick<Letter, 'attachments'>> {
  if (file) return { attachments: [{ name: file.name, content: await buffer(storage.open(tenantId, file.key)) }] };
  if (paper === undefined) return {};
  const { fileName, ...printed } = paper;
  const content = await writePaper('pdf', { ...printed, locale, pageWords: pageWordsIn(locale) });
  return { attachments: [{ name: fileName, content }] };
}
