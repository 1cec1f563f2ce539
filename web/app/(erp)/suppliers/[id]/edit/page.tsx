import { PartyEdit } from '@/features/parties/party-edit.tsx';

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  return <PartyEdit partyRole="supplier" id={(await params).id} />;
}
