import { PartyForm } from '@/features/parties/party-form.tsx';

export default function Page() {
  return <PartyForm partyRole="customer" />;
}
