import { PartyList } from '@/features/parties/party-list.tsx';

export default function Page() {
  return <PartyList partyRole="customer" />;
}
