import { PartyEdit } from '@/features/parties/party-edit.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PartyEdit partyRole="customer" id={(await params).id} />;
}
