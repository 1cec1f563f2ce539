import { PartyDetail } from '@/features/parties/party-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PartyDetail partyRole="customer" id={(await params).id} />;
}
