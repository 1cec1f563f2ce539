import { redirect } from 'next/navigation';
import { SignForm } from '@/features/session/sign-form.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  if ((await readStanding()).step !== 'sign-in') redirect('/');
  return <SignForm kind="sign-up" />;
}
