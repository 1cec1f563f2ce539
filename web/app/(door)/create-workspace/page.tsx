import { redirect } from 'next/navigation';
import { WorkspaceForm } from '@/features/session/workspace-form.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  const standing = await readStanding();
  if (standing.step === 'sign-in') redirect('/sign-in?next=/create-workspace');
  return <WorkspaceForm />;
}
