import { workspaceHeader } from '@atlas/contract/workspace-header';
import { cookies } from 'next/headers';
import type { Session } from '@/features/session/session.tsx';

export type Person = Omit<Session, 'tenantId' | 'company'> & { tenantId: string | null };
export type Company = { name: string; country: string | null; baseCurrency: string };

/** Where someone stands: what is missing before Atlas can be used. */
export type Standing =
  | { step: 'sign-in' }
  | { step: 'create-workspace'; person: Person }
  | { step: 'suspended'; person: Person }
  | { step: 'set-up'; person: Person }
  | { step: 'ready'; person: Person; company: Company };

async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const cookie = (await cookies()).toString();
  return fetch(`${process.env.API_URL}${path}`, { headers: { ...headers, cookie }, cache: 'no-store' });
}

/** Who is behind the cookie of this request; null when nobody is signed in. */
export async function readPerson(): Promise<Person | null> {
  const me = await ask('/v1/me');
  if (me.status === 401) return null;
  if (!me.ok) throw new Error(`the API answered with ${me.status}`);
  return (await me.json()) as Person;
}

/** Asks the API who is behind the cookie of this request, and where they work. */
export async function readStanding(): Promise<Standing> {
  const person = await readPerson();
  if (person === null) return { step: 'sign-in' };
  if (person.tenantId === null) return { step: 'create-workspace', person };
  if (person.workspace?.state === 'suspended') return { step: 'suspended', person };
  // Named, because another process of the API may not know yet where the session has gone just now.
  const company = await ask('/v1/company', { [workspaceHeader]: person.tenantId });
  if (company.status === 409) return { step: 'set-up', person };
  if (!company.ok) throw new Error(`the API answered with ${company.status}`);
  return { step: 'ready', person, company: (await company.json()) as Company };
}
