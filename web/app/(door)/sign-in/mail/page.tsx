import { redirect } from 'next/navigation';
import { MailForm } from '@/features/door/mail-form.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  if ((await readStanding()).step !== 'sign-in') redirect('/');
  return <MailForm />;
}
