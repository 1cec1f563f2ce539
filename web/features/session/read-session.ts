'use client';
import { ask } from '@/lib/ask.ts';
import type { Session } from './session.tsx';

const read = async (path: string) => (await ask(path)).json();

/** Who is signed in, in the workspace of this tab. */
export async function readSession(): Promise<Session> {
  const [person, company] = await Promise.all([read('/v1/me'), read('/v1/company')]);
  return { ...person, company };
}
