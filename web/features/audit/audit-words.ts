'use client';
import { listMembers } from '@atlas/identity/contract';
import { useTranslations } from 'use-intl';
import { useRead } from '@/lib/api.ts';

const nameOf = ({ userId, name, email }: { userId: string; name: string; email: string }) => [userId, name || email] as const;

/** The names of the first who joined the workspace, by their id: enough to choose from. */
export function usePeople(): ReadonlyMap<string, string> {
  const members = useRead(listMembers, { limit: 200 });
  return new Map((members.data?.items ?? []).map(nameOf));
}

const atOnce = 200;

/** The names of these people, by their id, as far as they are in the workspace. */
export function useNames(ids: readonly (string | null)[]): ReadonlyMap<string, string> {
  const asked = [...new Set(ids.filter((id) => id !== null))].sort().slice(0, atOnce);
  const members = useRead(listMembers, { ids: asked.join(',') }, { enabled: asked.length > 0, keepPrevious: true });
  return new Map((members.data?.items ?? []).map(nameOf));
}

/** `sales.invoice.post` in words: those of the history where it has some, otherwise its own, made readable. */
export function useActionName(): (action: string) => string {
  const t = useTranslations('record');
  const audit = useTranslations('audit');
  return (action) => {
    const [, aggregate = '', verb = ''] = action.split('.');
    const thing = `things.${aggregate}` as 'things.invoice';
    const named = audit.has(thing) ? audit(thing) : aggregate.replaceAll('_', ' ');
    const key = `actions.${action.replaceAll('.', '_')}` as 'actions.sales_invoice_create';
    const done = `verbs.${verb}` as 'verbs.create';
    const said = audit.has(done) ? audit(done) : verb.replaceAll('_', ' ');
    return `${named}: ${t.has(key) ? t(key) : said}`;
  };
}

const pages: readonly (readonly [start: string, path: string])[] = [
  ['sales.invoice.', '/invoices'],
  ['purchasing.bill.', '/bills'],
  ['accounting.journal.', '/journals'],
  ['catalog.product.', '/products'],
  ['administration.workspace.', '/platform/workspaces'],
];

/** The page of what something was done to, where it has one. */
export function subjectPath(action: string, subjectId: string | null): string | null {
  const page = pages.find(([start]) => action.startsWith(start));
  return page && subjectId ? `${page[1]}/${subjectId}` : null;
}
