import { InvitationGuest } from '@/features/invitation/invitation-guest.tsx';
import { InvitationScreen } from '@/features/invitation/invitation-screen.tsx';
import { readStanding } from '@/lib/server-session.ts';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const standing = await readStanding();
  if (standing.step === 'sign-in') return <InvitationGuest id={id} />;
  return <InvitationScreen id={id} email={standing.person.email} />;
}
