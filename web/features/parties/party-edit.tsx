'use client';
import { getParty } from '@atlas/parties/contract';
import { useRead } from '@/lib/api.ts';
import { RecordState } from '../record/record-state.tsx';
import { PartyForm } from './party-form.tsx';
import type { PartyRole } from './party-list.tsx';

/** Changes a customer or supplier. */
export function PartyEdit({ partyRole: role, id }: { partyRole: PartyRole; id: string }) {
  const query = useRead(getParty, { id });
  return <RecordState query={query}>{(party) => <PartyForm partyRole={role} party={party} />}</RecordState>;
}
