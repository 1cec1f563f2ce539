import { redirect } from 'next/navigation';
import { CompanyForm } from '@/features/session/company-form.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  const { step } = await readStanding();
  if (step !== 'set-up') redirect('/');
  return <CompanyForm />;
}
