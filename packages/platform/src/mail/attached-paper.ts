import { pageWordsIn } from '../papers/paper.ts';
import { writePaper } from '../papers/write-paper.ts';
import type { Letter, Mail } from './mail.ts';

/** The paper of a mail as PDF, as the vendor takes it along; nothing where there is none. */
export async function attachedPaper({ locale, paper }: Pick<Mail, 'locale' | 'paper'>): Promise<Pick<Letter, 'attachments'>> {
  if (paper === undefined) return {};
  const { fileName, ...printed } = paper;
  const content = await writePaper('pdf', { ...printed, locale, pageWords: pageWordsIn(locale) });
  return { attachments: [{ name: fileName, content }] };
}
