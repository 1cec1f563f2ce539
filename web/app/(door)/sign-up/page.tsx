import { redirect } from 'next/navigation';
import { SignForm } from '@/features/session/sign-form.tsx';
import { readStanding } from '@/lib/server-session.ts';
import { readSignInMethods } from '@/lib/sign-in-methods.ts';

export default async function Page() {
  const [standing, methods] = await Promise.all([readStanding(), readSignInMethods()]);
  if (standing.step !== 'sign-in') redirect('/');
  return <SignForm kind="sign-up" methods={methods} />;
}
