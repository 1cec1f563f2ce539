import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserContext } from 'playwright-core';

type Mail = { subject: string; text: string };

/** The newest mail to an address whose subject fits, once it is there. */
export async function mailTo({ context }: { readonly context: BrowserContext }, email: string, subject: RegExp): Promise<Mail> {
  for (let attempt = 0; attempt < 150; attempt++) {
    const answer = await context.request.get(`/dev/mail.json?to=${encodeURIComponent(email)}`);
    const found = ((await answer.json()) as Mail[]).find((mail) => subject.test(mail.subject));
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`no mail to ${email} about ${subject}`);
}

/** The link in a mail, as a path of Atlas. */
export function linkIn({ text }: Mail): string {
  const { pathname, search } = new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? 'missing:');
  return `${pathname}${search}`;
}
