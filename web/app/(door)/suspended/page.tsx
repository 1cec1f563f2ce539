import { redirect } from 'next/navigation';
import { SuspendedScreen } from '@/features/session/suspended-screen.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page() {
  const standing = await readStanding();
  if (standing.step !== 'suspended') redirect('/');
  const { tenantId, workspace } = standing.person;
  return <SuspendedScreen workspaceId={tenantId ?? ''} reason={workspace?.suspendedReason ?? null} />;
}
