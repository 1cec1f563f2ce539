import { PartyDetail } from '@/features/parties/party-detail.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PartyDetail partyRole="supplier" id={(await params).id} />;
}
