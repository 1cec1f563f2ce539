import { redirect } from 'next/navigation';
import { CompanyForm } from '@/features/session/company-form.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  const standing = await readStanding();
  if (standing.step !== 'set-up') redirect('/');
  return <CompanyForm workspaceId={standing.person.tenantId ?? ''} />;
}
