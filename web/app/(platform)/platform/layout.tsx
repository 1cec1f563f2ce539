import { notFound, redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { PlatformShell } from '@/features/platform/platform-shell.tsx';
import { readPerson } from '@/lib/server-session.ts';

/** For the people who run Atlas; to everybody else there is nothing here. */
export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const person = await readPerson();
  if (person === null) redirect('/sign-in?next=%2Fplatform');
  if (!person.administrator) notFound();
  return <PlatformShell person={person}>{children}</PlatformShell>;
}
