import { PartyStatement } from '@/features/payments/party-statement.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PartyStatement partyRole="customer" id={(await params).id} />;
}
