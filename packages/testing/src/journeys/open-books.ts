import { randomUUID } from 'node:crypto';
import { workspaceHeader } from '@atlas/contract/workspace-header';
import { inject } from 'vitest';
import { type Person, password } from './browser.ts';
import { linkIn, mailTo } from './mail.ts';

export type Company = { currency: string; booksStartOn: string; chart?: 'standard' | 'services' | 'empty' };

/** The proof that a person was seen, as their browser would get it from the widget; nothing where nobody asks for it. */
async function proofOf({ context }: Person): Promise<Record<string, string>> {
  const { TURNSTILE_SCRIPT: script, TURNSTILE_SITE_KEY: key } = inject('atlasEnvironment');
  if (!script || !key) return {};
  const answer = await context.request.post(new URL(`/turnstile/v0/challenge?sitekey=${key}`, script).href);
  return { 'x-captcha-response': ((await answer.json()) as { token: string }).token };
}

/**
 * A new person with the books of a new workspace, on its dashboard. What they would click, asked for directly: the pages
 * themselves are looked at where signing up is what a journey is about.
 *
 * @returns their address
 */
export async function openBooks(person: Person, workspace: string, { currency, ...company }: Company): Promise<string> {
  const { page, context } = person;
  const email = `${randomUUID()}@atlas.example`;
  const ask = async <T>(
    method: 'GET' | 'POST',
    path: string,
    data?: object,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const sent = { origin: inject('atlasUrl'), 'idempotency-key': randomUUID(), ...headers };
    const answer = await context.request.fetch(path, { method, headers: sent, ...(data ? { data } : {}), maxRedirects: 0 });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const account = { name: 'Ada Ledger', email, password, locale: 'en', callbackURL: '/' };
  await ask('POST', '/api/auth/sign-up/email', account, await proofOf(person));
  await ask('GET', `/api/auth${linkIn(await mailTo(person, email, /Confirm your e-mail/))}`);
  const named = { name: workspace, slug: `books-${randomUUID()}` };
  const { id } = await ask<{ id: string }>('POST', '/api/auth/organization/create', named);
  // Another process may remember the session as it was before.
  await ask('POST', '/v1/company', { ...company, name: workspace, baseCurrency: currency }, { [workspaceHeader]: id });
  await page.goto('/');
  return email;
}
