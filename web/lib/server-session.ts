import { cookies } from 'next/headers';
import type { Session } from '@/features/session/session.tsx';

export type Person = Omit<Session, 'tenantId' | 'company'> & { tenantId: string | null };
export type Company = { name: string; country: string | null; baseCurrency: string };

/** Where someone stands: what is missing before Atlas can be used. */
export type Standing =
  | { step: 'sign-in' }
  | { step: 'create-workspace'; person: Person }
  | { step: 'set-up'; person: Person }
  | { step: 'ready'; person: Person; company: Company };

async function ask(path: string): Promise<Response> {
  const cookie = (await cookies()).toString();
  return fetch(`${process.env.API_URL}${path}`, { headers: { cookie }, cache: 'no-store' });
}

/** Asks the API who is behind the cookie of this request. */
export async function readStanding(): Promise<Standing> {
  const me = await ask('/v1/me');
  if (me.status === 401) return { step: 'sign-in' };
  if (!me.ok) throw new Error(`the API answered with ${me.status}`);
  const person = (await me.json()) as Person;
  if (person.tenantId === null) return { step: 'create-workspace', person };
  const company = await ask('/v1/company');
  if (company.status === 409) return { step: 'set-up', person };
  if (!company.ok) throw new Error(`the API answered with ${company.status}`);
  return { step: 'ready', person, company: (await company.json()) as Company };
}
